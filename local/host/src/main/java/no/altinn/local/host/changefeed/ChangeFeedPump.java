package no.altinn.local.host.changefeed;

import no.altinn.local.host.BindingValues;
import no.altinn.local.host.FunctionFailed;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.InvocationRequest;
import no.altinn.local.host.PumpThread;
import no.altinn.local.host.Trigger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fires a Cosmos DB function from a change feed: one batch after the other, each at least once.
 *
 * <p>A batch is checkpointed when the function has returned. If the function throws, the pump
 * follows its retry policy. Without a policy, or after the policy's last retry, the feed moves on
 * and the batch is lost, as in Azure.
 */
public final class ChangeFeedPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeedPump.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HostedFunction function;
    private final FunctionInvoker invoker;
    private final ChangeFeedSource source;
    private final int maxItems;
    private final PumpThread thread;

    /**
     * Starts to fire the function.
     *
     * @throws IllegalArgumentException if the function has no Cosmos DB trigger
     */
    public ChangeFeedPump(
            HostedFunction function, FunctionInvoker invoker, ChangeFeedSource source) {
        this.function = function;
        this.invoker = invoker;
        this.source = source;
        this.maxItems = function.trigger(Trigger.CosmosDb.class).maxItems();
        this.thread =
                PumpThread.start(
                        "change-feed-" + function.name(), GRACE, this::fireNext, invoker.health());
    }

    private void fireNext(PumpThread self) throws InterruptedException {
        List<ChangedDocument> batch = source.next(maxItems, WAIT);
        if (!batch.isEmpty() && handled(self, batch)) {
            source.checkpoint(batch.get(batch.size() - 1).position());
        }
    }

    /** Whether the feed may move on. */
    private boolean handled(PumpThread self, List<ChangedDocument> batch)
            throws InterruptedException {
        String documents =
                batch.stream()
                        .map(ChangedDocument::json)
                        .collect(Collectors.joining(",", "[", "]"));
        for (int retry = 1; !succeeds(documents); retry++) {
            Optional<Duration> delay = delay(retry);
            if (delay.isEmpty()) {
                LOG.warn("{} failed and is not retried: {} lost", function.name(), batch.size());
                return true;
            }
            self.pause(delay.get());
            if (self.isStopping()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Duration> delay(int retry) {
        return function.retry().flatMap(policy -> policy.delay(retry));
    }

    private boolean succeeds(String documents) {
        try {
            invoker.invoke(function, InvocationRequest.of(documents, BindingValues.none()));
            return true;
        } catch (FunctionFailed e) {
            LOG.debug("A batch of {} has failed", function.name(), e);
            return false;
        }
    }

    /** Ends after the batch that runs. If the batch has not succeeded, it comes again next time. */
    @Override
    public void close() {
        thread.close();
    }
}
