package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.delivery.RetryQueueContract;
import no.altinn.events.subscription.ValidationQueue;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

final class SqliteRetryQueueTest extends RetryQueueContract {
    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected RetryQueue queue() {
        return open.stores().retries();
    }

    @Override
    protected ValidationQueue validations() {
        return open.stores().validations();
    }

    @Override
    protected List<Retry> takeDue() {
        SqliteQueues queues = open.stores().queues();
        return Stream.of("deliveries", "relays", "validations", "probes", "jobs")
                .flatMap(queue -> queues.receive(queue, 100, Duration.ofMinutes(1)).stream())
                .peek(queues::delete)
                .map(message -> RetryMessage.read(message.text()))
                .toList();
    }

    @Override
    protected void pass(Duration duration) {
        open.clock().advance(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P7DT1S"})
    void aDelayOutsideOfZeroToSevenDaysIsRefused(Duration delay) {
        assertThatThrownBy(() -> queue().schedule(new Retry.OfValidation(1, 1), delay))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
