package no.altinn.local.store;

import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.SubscriptionStoreContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSubscriptionStoreTest extends SubscriptionStoreContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected SubscriptionStore store() {
        return open.stores().subscriptions();
    }
}
