package no.altinn.local.store;

import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.QueueAgesContract;
import no.altinn.events.delivery.RetryQueue;

import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Clock;
import java.time.Duration;

final class SqliteQueueAgesTest extends QueueAgesContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected QueueAges ages() {
        return open.stores().queueAges();
    }

    @Override
    protected RetryQueue queue() {
        return open.stores().retries();
    }

    @Override
    protected Clock clock() {
        return open.clock();
    }

    @Override
    protected void passUntilDue(Duration delay) {
        open.clock().advance(delay.plusSeconds(2));
    }
}
