package no.altinn.events.azure.cosmos;

import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.SubscriptionStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

class CosmosSubscriptionStoreTest extends SubscriptionStoreContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected SubscriptionStore store() {
        return cosmos.stores().subscriptions();
    }
}
