package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.subscription.ValidationState.Pending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class SqliteStoresTest {
    private static final Event EVENT = TestEvents.event("1");

    @RegisterExtension final OpenStores open = new OpenStores();

    private Instant now() {
        return open.clock().instant();
    }

    @Test
    void anAttemptThatTheLastProcessHeldIsDueAgain() {
        put(new Due(2, now().plus(DeliveryLifecycle.LONGEST_HOLD)));

        open.reopen();

        assertThat(delivery()).isEqualTo(new Due(2, now()));
    }

    @Test
    void anAttemptThatWasDueBeforeKeepsItsPlace() {
        put(new Due(2, now().minusSeconds(9)));

        open.reopen();

        assertThat(delivery()).isEqualTo(new Due(2, now().minusSeconds(9)));
    }

    @Test
    void anAttemptThatIsDueLaterWaits() {
        Due later = new Due(5, now().plus(DeliveryLifecycle.LONGEST_HOLD).plusSeconds(1));
        put(later);

        open.reopen();

        assertThat(delivery()).isEqualTo(later);
    }

    @Test
    void aDeliveryThatHasEndedStaysAsItIs() {
        put(new Delivered(now().plusSeconds(1)));

        open.reopen();

        assertThat(delivery()).isEqualTo(new Delivered(now().plusSeconds(1)));
    }

    @Test
    void aTryOfAValidationThatIsDueSoonIsDueAtOnce() {
        int id = subscribed(new Pending(3, now().plusSeconds(10)));

        open.reopen();

        assertThat(validation(id)).isEqualTo(new Pending(3, now()));
    }

    @Test
    void aTryOfAValidationThatIsDueLaterWaits() {
        Pending later = new Pending(6, now().plus(Duration.ofMinutes(2)));
        int id = subscribed(later);

        open.reopen();

        assertThat(validation(id)).isEqualTo(later);
    }

    private void put(DeliveryState state) {
        Delivery delivery = Delivery.due(EVENT.key(), EVENT.id(), 7, "", now());
        open.stores().deliveries().create(List.of(delivery));
        open.stores().deliveries().move(delivery.key(), delivery.state(), state);
        assertThat(delivery()).isEqualTo(state);
    }

    private DeliveryState delivery() {
        return open.stores()
                .deliveries()
                .find(Delivery.due(EVENT.key(), EVENT.id(), 7, "", now()).key())
                .orElseThrow()
                .state();
    }

    private int subscribed(ValidationState state) {
        Subscription subscription =
                open.stores()
                        .subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create("https://hook.example/"),
                                        Filters.onResource("urn:altinn:resource:r").build(),
                                        "/org/ttd"),
                                now());
        open.stores().subscriptions().setValidation(subscription.id(), state);
        assertThat(validation(subscription.id())).isEqualTo(state);
        return subscription.id();
    }

    private ValidationState validation(int id) {
        return open.stores().subscriptions().find(id).orElseThrow().validation();
    }
}
