package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.Register;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the log tells of an event that is not pushed to a subscription on its resource. */
class NotPushedTest {
    private static final String SUB_UNIT = "urn:altinn:organization:identifier-no:910000002";

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final Register register = mock(Register.class);
    private final CapturedLog log = CapturedLog.debugging(NotPushed.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theTypeThatAFilterDoesNotWantIsTold() {
        subscribe(SampleSubscription.filters().type("a.b.granted"));

        publish(SampleEvent.of("type", "a.b.denied"));

        assertThat(log.lines())
                .containsExactly(
                        "event=1 subscription=1 not pushed: type is a.b.denied, the filter wants"
                                + " a.b.granted");
    }

    @Test
    void theSourceThatAFilterDoesNotWantIsTold() {
        subscribe(SampleSubscription.filters().source(URI.create("https://s.example/b")));

        publish(SampleEvent.of("source", "https://s.example/a"));

        assertThat(log.lines())
                .containsExactly(
                        "event=1 subscription=1 not pushed: source is https://s.example/a, the"
                                + " filter wants https://s.example/b");
    }

    @Test
    void theSubjectThatAFilterDoesNotWantIsToldWithWhatItWasAskedForAs() {
        subscribe(
                SampleSubscription.filters()
                        .subject("/party/1")
                        .alternativeSubject("/organisation/910000001")
                        .includeSubunits(true));

        publish(SampleEvent.of("subject", "/party/2"));

        assertThat(log.lines())
                .containsExactly(
                        "event=1 subscription=1 not pushed: subject is /party/2, the filter wants"
                                + " /party/1, asked for as /organisation/910000001, or a sub-unit"
                                + " of it");
    }

    @Test
    void anEventWithoutSubjectIsToldAsSuch() {
        subscribe(SampleSubscription.filters().subject("/party/1"));

        publish(SampleEvent.of());

        assertThat(log.lines())
                .containsExactly(
                        "event=1 subscription=1 not pushed: it has no subject, the filter wants"
                                + " /party/1");
    }

    @Test
    void nothingIsToldOfTheSubscriptionsThatMatch() {
        when(register.mainUnit(SUB_UNIT))
                .thenReturn(
                        Optional.of(new MainUnit("urn:altinn:organization:x", 11, "910000001")));
        subscribe(SampleSubscription.filters());
        subscribe(SampleSubscription.filters().subject("/party/11").includeSubunits(true));

        publish(SampleEvent.of("subject", SUB_UNIT));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aResourceWithoutAValidatedSubscriptionIsTold() {
        store.put(
                SampleSubscription.of(
                        1,
                        SampleSubscription.filters().build(),
                        "/org/ttd",
                        new ValidationState.Failed()));

        publish(SampleEvent.of());
        publish(TestEvents.withoutResource("2"));

        assertThat(log.lines())
                .containsExactly(
                        "event=1 not pushed: no validated subscription is on resource"
                                + " urn:altinn:resource:r",
                        "event=2 not pushed: no validated subscription is on resource \"\"");
    }

    @Test
    void aConsumerWithoutAPermitIsTold() {
        decisions.permit(request -> false);
        subscribe(SampleSubscription.filters());
        store.put(
                SampleSubscription.of(
                        2,
                        Filters.onResource("urn:altinn:resource:app_ttd_a_b").build(),
                        "/organisation/310000003",
                        new ValidationState.Validated()));

        publish(SampleEvent.of());
        publish(SampleEvent.ofApp());

        assertThat(log.lines())
                .containsExactly(
                        "event=1 subscription=1 not pushed: the policy does not permit /org/ttd to"
                                + " subscribe",
                        "event=1 subscription=2 not pushed: the policy does not permit"
                                + " /organisation/310000003 to read");
    }

    @Test
    void ofManySubscriptionsTheNewestTenAreReadAndTheOthersCounted() {
        FakeSubscriptionStore many = new FakeSubscriptionStore();
        IntStream.rangeClosed(1, 1_000)
                .forEach(
                        id ->
                                many.put(
                                        SampleSubscription.of(
                                                id,
                                                SampleSubscription.filters()
                                                        .type("other")
                                                        .build())));
        SubscriptionStore counted = mock(SubscriptionStore.class);
        when(counted.validatedFor(any()))
                .thenAnswer(call -> many.validatedFor(call.getArgument(0)));
        when(counted.find(any(SubscriptionKey.class)))
                .thenAnswer(call -> many.find(call.<SubscriptionKey>getArgument(0)));

        publish(counted, SampleEvent.of());

        assertThat(log.lines()).hasSize(11);
        assertThat(log.lines().get(0)).startsWith("event=1 subscription=991 not pushed: type is t");
        assertThat(log.lines().get(10))
                .isEqualTo(
                        "event=1 not pushed to 990 older subscriptions: their filters want other"
                                + " events");
        verify(counted, times(10)).find(any(SubscriptionKey.class));
    }

    @Test
    void ofManyConsumersWithoutAPermitTheNewestTenAreTold() {
        decisions.permit(request -> false);
        IntStream.rangeClosed(1, 25).forEach(id -> subscribe(SampleSubscription.filters()));

        publish(SampleEvent.of());

        assertThat(log.lines()).hasSize(11);
        assertThat(log.lines().get(10))
                .isEqualTo(
                        "event=1 not pushed to 15 older subscriptions: the policy does not permit"
                                + " it");
    }

    @Test
    void noTextOfOthersEndsTheLineOrShowsAPersonsNumber() {
        subscribe(SampleSubscription.filters().subject("/person/01909012345"));

        publish(
                SampleEvent.of(
                        "id",
                        "1 subscription=7 02909012346",
                        "subject",
                        "urn:altinn:person:identifier-no:02909012346"));

        assertThat(log.lines())
                .containsExactly(
                        "event=1\\u0020subscription=7\\u0020*********** subscription=1 not pushed:"
                                + " subject is urn:altinn:person:identifier-no:***, the filter"
                                + " wants /person/***********");
    }

    @Test
    void aStoreThatIsAwayHoldsNoEventUp() {
        subscribe(SampleSubscription.filters().type("other"));
        SubscriptionStore away = mock(SubscriptionStore.class);
        when(away.validatedFor(any())).thenAnswer(call -> store.validatedFor(call.getArgument(0)));
        when(away.find(any(SubscriptionKey.class)))
                .thenThrow(new Unavailable("away", new IllegalStateException()));

        assertThat(publish(away, SampleEvent.of()))
                .isEqualTo(new Recipients.Answer(List.of(), List.of(), true));

        assertThat(log.lines()).containsExactly("event=1 not explained");
    }

    @Test
    void nothingIsReadWhileDebuggingIsOff() {
        SubscriptionStore unread = mock(SubscriptionStore.class);
        try (CapturedLog production = CapturedLog.of(NotPushed.class)) {
            NotPushed notPushed = new NotPushed(new SubscriptionIndex(unread, Clock.systemUTC()));

            notPushed.byFilters(SampleEvent.of(), List.of());
            notPushed.byPolicy(SampleEvent.of(), store.validatedFor("urn:altinn:resource:r"));

            assertThat(production.lines()).isEmpty();
        }
        verifyNoInteractions(unread);
    }

    private void subscribe(Filters.Builder filters) {
        store.put(SampleSubscription.of(store.all().size() + 1, filters.build()));
    }

    private void publish(Event event) {
        publish(store, event);
    }

    private Recipients.Answer publish(SubscriptionStore subscriptions, Event event) {
        SubscriptionIndex index = new SubscriptionIndex(subscriptions, Clock.systemUTC());
        Recipients recipients =
                new Recipients(
                        new MatchSubscriptions(index, register),
                        new PushPolicy(decisions, new EventSubjects(register)),
                        new NotPushed(index),
                        new SideBySide(Runnable::run, 1),
                        Clock.systemUTC());
        return recipients.of(recipients.matching(List.of(new EventPiece(event, Piece.ALL)))).get(0);
    }
}
