package no.altinn.rest.functions;

import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.ExponentialBackoffRetry;
import com.microsoft.azure.functions.annotation.FunctionName;

import no.altinn.rest.broker.TransferHappenings;
import no.altinn.rest.happening.Account;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.happening.RelayBox;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

/**
 * The change feeds that tell what has happened. Without a retry policy the host would move on after
 * an exception, and the batch would be lost. The first run reads a feed from its beginning, so that
 * nothing that was written before it is left out. An instance that ends without a word holds its
 * leases for up to 20 s, and another one looks for free leases every 5 s.
 */
public final class RelayFunctions {
    private final RelayBox relay;
    private final HappeningFeed feed;

    /**
     * @param feed keeps what the relay tells, for the owners of services
     */
    public RelayFunctions(RelayBox relay, HappeningFeed feed) {
        this.relay = relay;
        this.feed = feed;
    }

    private void take(Table table, Account account, String documents) {
        // Subscribers are promised to hear soon; who reads the feed waits a while anyway.
        relay.relay(table, account, documents);
        feed.keep(table, account, documents);
    }

    /** Tells what has happened to messages. */
    @FunctionName("RelayMessages")
    @ExponentialBackoffRetry(
            maxRetryCount = -1,
            minimumInterval = "00:00:01",
            maximumInterval = "00:01:00")
    public void relayMessages(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "rest",
                            containerName = "messages",
                            leaseContainerName = "leases",
                            connection = "Cosmos",
                            startFromBeginning = true,
                            feedPollDelay = 500,
                            leaseAcquireInterval = 5_000,
                            leaseRenewInterval = 5_000,
                            leaseExpirationInterval = 20_000,
                            maxItemsPerInvocation = 100)
                    String documents) {
        take(Tables.MESSAGES, Account.KEPT, documents);
    }

    /** Tells what has happened to delegations. */
    @FunctionName("RelayDelegations")
    @ExponentialBackoffRetry(
            maxRetryCount = -1,
            minimumInterval = "00:00:01",
            maximumInterval = "00:01:00")
    public void relayDelegations(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "rest",
                            containerName = "delegations",
                            leaseContainerName = "leases",
                            connection = "Cosmos",
                            startFromBeginning = true,
                            feedPollDelay = 500,
                            leaseAcquireInterval = 5_000,
                            leaseRenewInterval = 5_000,
                            leaseExpirationInterval = 20_000,
                            maxItemsPerInvocation = 100)
                    String documents) {
        take(Tables.DELEGATIONS, Account.KEPT, documents);
    }

    /** Tells what has happened to files that parties send each other. */
    @FunctionName("RelayTransfers")
    @ExponentialBackoffRetry(
            maxRetryCount = -1,
            minimumInterval = "00:00:01",
            maximumInterval = "00:01:00")
    public void relayTransfers(
            @CosmosDBTrigger(
                            name = "documents",
                            databaseName = "rest",
                            containerName = "transfers",
                            leaseContainerName = "leases",
                            connection = "Cosmos",
                            startFromBeginning = true,
                            feedPollDelay = 500,
                            leaseAcquireInterval = 5_000,
                            leaseRenewInterval = 5_000,
                            leaseExpirationInterval = 20_000,
                            maxItemsPerInvocation = 100)
                    String documents) {
        take(Tables.TRANSFERS, TransferHappenings::of, documents);
    }
}
