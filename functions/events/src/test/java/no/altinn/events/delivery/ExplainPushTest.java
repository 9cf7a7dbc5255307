package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.PushOutcome.Reason;
import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.filter.FilterList;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.register.Register;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who got an event, who did not, and why. */
class ExplainPushTest {
    private static final Event EVENT =
            SampleEvent.of("type", "a.b.denied", "source", "https://s.example/a");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final DeliveryStore deliveries = mock(DeliveryStore.class);

    private PushOutcome outcome(Subscription subscription) {
        store.put(subscription);
        SubscriptionIndex index = new SubscriptionIndex(store, Clock.systemUTC());
        Register register = mock(Register.class);
        return new ExplainPush(
                        new MatchSubscriptions(index, register),
                        new PushPolicy(decisions, new EventSubjects(register)),
                        deliveries)
                .of(EVENT, List.of(subscription))
                .get(0);
    }

    private PushOutcome outcome(Filters.Builder filters) {
        return outcome(SampleSubscription.of(1, filters.build()));
    }

    @Test
    void aDeliveryIsToldWithItsState() {
        Delivery delivery = Delivery.due(EVENT.key(), EVENT.id(), 1, "", NOW);
        when(deliveries.find(DeliveryKey.of(EVENT.key(), 1))).thenReturn(Optional.of(delivery));

        PushOutcome outcome = outcome(SampleSubscription.filters());

        assertThat(outcome.reason()).isEqualTo(Reason.STARTED);
        assertThat(outcome.delivery()).contains(delivery);
    }

    @Test
    void anEventThatIsFetchedIsToldWithWhomItIs() {
        when(deliveries.find(any()))
                .thenReturn(Optional.of(delivery(new DeliveryState.Ready(1, NOW))))
                .thenReturn(Optional.of(delivery(new DeliveryState.Locked(1, NOW, "token"))))
                .thenReturn(Optional.of(delivery(new DeliveryState.Delivered(NOW))));
        Subscription pulled = SampleSubscription.pulled(1);

        assertThat(outcome(pulled).words()).isEqualTo("it waits until its consumer fetches it");
        assertThat(outcome(pulled).words()).isEqualTo("its consumer has fetched it");
        assertThat(outcome(pulled).words()).isEmpty();
        assertThat(outcome(pulled).reason()).isEqualTo(Reason.STARTED);
    }

    private static Delivery delivery(DeliveryState state) {
        return Delivery.of(EVENT.key(), EVENT.id(), EVENT.type(), 1, "", state, NOW);
    }

    @Test
    void aDeliveryThatWasStartedCountsWhateverTheRulesSayNow() {
        decisions.permit(request -> false);
        when(deliveries.find(any()))
                .thenReturn(Optional.of(Delivery.due(EVENT.key(), EVENT.id(), 1, "", NOW)));

        assertThat(outcome(SampleSubscription.filters().type("other")).reason())
                .isEqualTo(Reason.STARTED);
    }

    @Test
    void aSubscriptionOnAnotherResourceIsToldAsSuch() {
        assertThat(outcome(Filters.onResource("urn:altinn:resource:other")).reason())
                .isEqualTo(Reason.RESOURCE);
    }

    @Test
    void anEndpointThatHasNotAnsweredIsTold() {
        Subscription pending =
                SampleSubscription.of(
                        1,
                        SampleSubscription.filters().build(),
                        "/org/ttd",
                        new ValidationState.Pending(1, NOW));

        assertThat(outcome(pending).reason()).isEqualTo(Reason.NOT_VALIDATED);
    }

    @Test
    void theTypeThatAFilterDoesNotWantIsTold() {
        PushOutcome outcome = outcome(SampleSubscription.filters().type("a.b.granted"));

        assertThat(outcome.reason()).isEqualTo(Reason.TYPE);
        assertThat(outcome.words()).isEqualTo("type is a.b.denied, the filter wants a.b.granted");
    }

    @Test
    void theSourceThatAFilterDoesNotWantIsTold() {
        assertThat(
                        outcome(
                                        SampleSubscription.filters()
                                                .source(URI.create("https://s.example/b")))
                                .reason())
                .isEqualTo(Reason.SOURCE);
    }

    @Test
    void theSubjectThatAFilterDoesNotWantIsTold() {
        assertThat(outcome(SampleSubscription.filters().subject("/party/1")).reason())
                .isEqualTo(Reason.SUBJECT);
    }

    @Test
    void aConsumerWithoutAPermitIsTold() {
        decisions.permit(request -> false);

        PushOutcome outcome = outcome(SampleSubscription.filters());

        assertThat(outcome.reason()).isEqualTo(Reason.POLICY);
        assertThat(outcome.words()).isEqualTo("the policy does not permit /org/ttd to subscribe");
    }

    @Test
    void anEventThatWouldBePushedNowIsToldAsNotRelayed() {
        assertThat(outcome(SampleSubscription.filters()).reason()).isEqualTo(Reason.NOT_RELAYED);
    }

    @Test
    void theFilterThatTheEventDoesNotPassIsTold() {
        PushOutcome outcome =
                outcome(
                        SampleSubscription.filters()
                                .conditions(
                                        FilterList.stored(
                                                "[{\"prefix\":{\"type\":\"a.\"}},"
                                                        + "{\"suffix\":{\"type\":\".granted\"}}]")));

        assertThat(outcome.reason()).isEqualTo(Reason.FILTER);
        assertThat(outcome.words())
                .isEqualTo("it does not pass the filter \"{'suffix':{'type':'.granted'}}\"");
    }
}
