package no.altinn.local.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;

import java.util.Set;

/** The trigger of a function, as its annotation says, with every setting filled in. */
public sealed interface Trigger {
    /** The default of the Cosmos DB trigger where {@code maxItemsPerInvocation} is not set. */
    int DEFAULT_MAX_ITEMS = 100;

    /**
     * An HTTP request.
     *
     * @param route the template without a leading slash
     * @param methods the methods that the function answers; without any it is never called, as in
     *     Azure
     * @param authLevel the level that Azure would ask a key for; this host asks for no key
     */
    record Http(String route, Set<HttpMethod> methods, AuthorizationLevel authLevel)
            implements Trigger {
        /** Copies what it is given. */
        public Http {
            methods = Set.copyOf(methods);
        }
    }

    /**
     * The change feed of a container.
     *
     * @param leaseContainer where the position is kept; empty for Azure's default
     * @param maxItems the documents of one invocation at most, 1 or more
     */
    record CosmosDb(String database, String container, String leaseContainer, int maxItems)
            implements Trigger {}

    /** One Event Grid event per invocation. */
    record EventGrid() implements Trigger {}

    /**
     * One queue message per invocation.
     *
     * @param connection the name of the setting (or its prefix) with the storage account
     */
    record Queue(String queueName, String connection) implements Trigger {}

    /**
     * The time.
     *
     * @param schedule an NCRONTAB expression of six fields (or five, without seconds), in UTC
     */
    record Timer(String schedule) implements Trigger {}
}
