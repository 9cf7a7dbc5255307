package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.Admission.Answer;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
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
import no.altinn.platform.register.RegisterUnavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;

class AdmissionTest {
    private final Register register = mock(Register.class);
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final Admission admission =
            new Admission(
                    new MatchSubscriptions(
                            new SubscriptionIndex(
                                    new FakeSubscriptionStore(),
                                    MutableClock.at(SampleSubscription.CREATED)),
                            register),
                    new PushPolicy(decisions, new EventSubjects(register)));

    private static Filters.Builder filters() {
        return Filters.onResource(TestEvents.RESOURCE);
    }

    private static Subscription with(Filters.Builder filters) {
        return SampleSubscription.of(7, filters.build());
    }

    private Answer answer(Subscription subscription, Event event) {
        return admission.of(subscription, List.of(event)).get(0);
    }

    @Test
    void eachEventHasItsAnswerInItsPlace() {
        Event permitted = TestEvents.event("1", Map.of("subject", "/party/1"));
        Event unwanted = TestEvents.event("2", Map.of("type", "other"));
        Event refused = TestEvents.event("3", Map.of("subject", "/party/3"));
        Event undecided = TestEvents.event("4", Map.of("subject", "/party/4"));
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "3").negate());
        decisions.awayFor(FakeDecisions.about("urn:altinn:partyid", "4"));

        assertThat(
                        admission.of(
                                with(filters().type(permitted.type())),
                                List.of(permitted, unwanted, refused, undecided)))
                .containsExactly(
                        Answer.PERMITTED, Answer.UNWANTED, Answer.REFUSED, Answer.UNDECIDED);
        assertThat(decisions.asked()).singleElement().satisfies(all -> assertThat(all).hasSize(3));
    }

    @Test
    void everyFilterCounts() {
        Event event =
                TestEvents.event(
                        "1", Map.of("source", "https://ttd.no/a/b", "subject", "/party/1"));

        assertThat(answer(with(filters().source(URI.create("https://ttd.no/a"))), event))
                .isEqualTo(Answer.PERMITTED);
        assertThat(answer(with(filters().source(URI.create("https://ttd.no/c"))), event))
                .isEqualTo(Answer.UNWANTED);
        assertThat(answer(with(filters().subject("/party/1")), event)).isEqualTo(Answer.PERMITTED);
        assertThat(answer(with(filters().subject("/party/2")), event)).isEqualTo(Answer.UNWANTED);
        assertThat(
                        answer(
                                SampleSubscription.of(
                                        7, Filters.onResource("urn:altinn:resource:b").build()),
                                event))
                .isEqualTo(Answer.UNWANTED);
        verifyNoInteractions(register);
    }

    @Test
    void aSubscriptionThatGetsNoEventsWantsNone() {
        Subscription pending =
                SampleSubscription.of(
                        7,
                        filters().build(),
                        "/org/ttd",
                        new ValidationState.Pending(1, SampleSubscription.CREATED));

        assertThat(answer(pending, TestEvents.event("1"))).isEqualTo(Answer.UNWANTED);
    }

    @Test
    void registerIsAskedWhereSubUnitsDecideAndItsAbsenceDecidesNothing() {
        when(register.organization(any())).thenThrow(new RegisterUnavailable("away"));
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));
        Subscription main = with(filters().subject("/party/50000001").includeSubunits(true));

        assertThat(answer(main, TestEvents.event("1", Map.of("subject", "/party/50000001"))))
                .isEqualTo(Answer.PERMITTED);
        assertThat(
                        answer(
                                main,
                                TestEvents.event(
                                        "2",
                                        Map.of(
                                                "subject",
                                                "urn:altinn:organization:identifier-no:310000002"))))
                .isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void noEventsNeedNoDecision() {
        assertThat(admission.of(with(filters()), List.of())).isEmpty();
        assertThat(decisions.asked()).isEmpty();
    }
}
