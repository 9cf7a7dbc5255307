package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

class ValidateSubscriptionTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final MutableClock clock = MutableClock.at(NOW);
    private final SubscriptionIndex index = new SubscriptionIndex(store, clock);
    private final ValidationQueue queue = mock(ValidationQueue.class);
    private final Webhook webhook = mock(Webhook.class);
    private final DeliveryLog log = mock(DeliveryLog.class);
    private EndPointRequests requests = PlainRequests.UNSIGNED;
    private final ValidateSubscription validation =
            new ValidateSubscription(
                    new ValidationLifecycle(store, index, queue, clock),
                    new EndPointEvents(
                            new SubscriptionAddress(URI.create("https://platform.example/")),
                            () -> ID),
                    (subscription, key, id, start, json) ->
                            requests.of(subscription, key, id, start, json),
                    new EndPointCaller(
                            webhook,
                            new EndPointPlaces(Concurrency.FUNCTIONS_HOST, Duration.ZERO, clock),
                            clock),
                    new BestEffortLog(log, clock),
                    clock);

    @Test
    void theEndpointIsAskedWithTheEventOfTheContract() {
        pending(1);
        answer(200);

        validation.attempt(7, 1);

        verify(webhook)
                .post(
                        WebhookRequest.of(
                                URI.create("https://hook.example/7"),
                                "{\"id\":\""
                                        + ID
                                        + "\",\"source\":\"https://platform.example/events/api/v1/"
                                        + "subscriptions/7\",\"type\":\"platform.events."
                                        + "validatesubscription\",\"specversion\":\"1.0\"}"),
                        Duration.ofSeconds(20));
    }

    @Test
    void aSubscriptionWithoutAnEndpointIsNeverValidated() {
        Subscription pulled = SampleSubscription.pulled(7);
        store.put(pulled);

        assertThat(validation.start(pulled)).isEqualTo(pulled);
        store.setValidation(7, new Pending(1, NOW));
        validation.attempt(7, 1);

        verifyNoInteractions(webhook, queue, log);
    }

    @Test
    void aTryHasAnIdOfItsOwnAndTheTimeOfTheTry() {
        pending(1);
        answer(200);
        List<String> made = new ArrayList<>();
        requests =
                (subscription, key, id, start, json) -> {
                    made.add(key.id() + " " + id + " " + start);
                    return PlainRequests.UNSIGNED.of(subscription, key, id, start, json);
                };

        validation.attempt(7, 1);

        assertThat(made).containsExactly("7 validation_" + ID + " " + NOW);
    }

    @Test
    void aTryThatCannotBeSignedIsTheSameInHalfAMinute() {
        pending(1);
        requests =
                (subscription, key, id, start, json) -> {
                    throw new Unavailable("The vault is away");
                };

        validation.attempt(7, 1);

        verifyNoInteractions(webhook, log);
        assertThat(state()).isEqualTo(new Pending(1, NOW.plusSeconds(30)));
        verify(queue).schedule(7, 1, Duration.ofSeconds(30));
    }

    @Test
    void anEndpointThatWasCutIsNotCalled() {
        store.put(
                new Subscription(
                        7,
                        URI.create("https://hook.example/" + "x".repeat(2_048)),
                        SampleSubscription.filters().build(),
                        "/org/ttd",
                        NOW,
                        new Pending(1, NOW)));

        validation.attempt(7, 1);

        verifyNoInteractions(webhook, queue, log);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void anAnswerOfSuccessValidates(int status) {
        pending(1);
        answer(status);

        validation.attempt(7, 1);

        assertThat(state()).isEqualTo(new Validated());
        verifyNoInteractions(queue);
        verify(log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.ENDPOINT_VALIDATION_SUCCESS
                                                && entry.status() == status
                                                && entry.subscriptionId() == 7));
    }

    @Test
    void theRateThatAnEndpointAllowsCountsUnlessItsConsumerHasSaidAnother() {
        pending(1);
        when(webhook.post(any(), any()))
                .thenReturn(WebhookReply.answered(200).withAllowedRate("120"));

        validation.attempt(7, 1);
        assertThat(served().ratePerMinute()).hasValue(120);

        pending(1);
        store.put(
                store.find(7)
                        .orElseThrow()
                        .served(Serving.NEW.withRatePerMinute(OptionalInt.of(5))));
        validation.attempt(7, 1);
        assertThat(served().ratePerMinute()).hasValue(5);
    }

    @Test
    void anEndpointThatWantedNoEventsGetsThemAgainWhenItIsFoundGood() {
        pending(1);
        Serving stopped =
                Serving.NEW.with(new Standing.Stopped(NOW)).withFailingSince(Optional.of(NOW));
        store.put(store.find(7).orElseThrow().served(stopped));
        answer(200);

        validation.attempt(7, 1);

        assertThat(served()).isEqualTo(Serving.NEW);
        assertThat(store.find(7).orElseThrow().isValidated()).isTrue();
    }

    private Serving served() {
        return store.find(7).orElseThrow().serving();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 300, 302, 400, 404, 500})
    void anyOtherAnswerIsAFailure(int status) {
        pending(1);
        answer(status);

        validation.attempt(7, 1);

        assertThat(state()).isEqualTo(new Pending(2, NOW.plusSeconds(1)));
        verify(log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.ENDPOINT_VALIDATION_FAILED
                                                && entry.status() == status));
    }

    @Test
    void failuresAreTriedAgainByTheScheduleAndThenNoMore() {
        pending(1);
        answer(500);
        List<Integer> seconds = List.of(1, 5, 10, 30, 60, 120, 120, 120);

        for (int failed = 1; failed <= seconds.size(); failed++) {
            validation.attempt(7, failed);
            Duration wait = Duration.ofSeconds(seconds.get(failed - 1));
            assertThat(state()).isEqualTo(new Pending(failed + 1, NOW.plus(wait)));
            verify(queue).schedule(7, failed + 1, wait);
        }
        validation.attempt(7, 9);

        assertThat(state()).isEqualTo(new Failed());
        verifyNoMoreInteractions(queue);
    }

    @Test
    void theLogTellsOfEachTryAndWhenTheNextOneIs() {
        try (CapturedLog lines = CapturedLog.of(ValidateSubscription.class)) {
            pending(1);
            answer(0);
            validation.attempt(7, 1);
            pending(9);
            validation.attempt(7, 9);
            pending(2);
            answer(200);
            validation.attempt(7, 2);

            assertThat(lines.lines())
                    .containsExactly(
                            "validation subscription=7 attempt=1 status=0 failure=\"\" ms=0"
                                    + " next=2026-01-02T03:04:06Z (no event is pushed before it is"
                                    + " validated)",
                            "validation subscription=7 attempt=9 status=0 failure=\"\" ms=0 given up"
                                    + " (no event is pushed before it is validated)",
                            "validation subscription=7 attempt=2 status=200 ms=0");
        }
    }

    @Test
    void aNoticeOfAnotherTryIsVoid() {
        pending(2);

        validation.attempt(7, 1);
        validation.attempt(7, 3);

        verifyNoInteractions(webhook, queue);
    }

    @Test
    void aRemovedOrValidatedSubscriptionIsLeftAlone() {
        validation.attempt(7, 1);
        put(new Validated());
        validation.attempt(7, 1);

        verifyNoInteractions(webhook, queue);
    }

    @Test
    void aFailingTryDoesNotUndoAValidationMadeMeanwhile() {
        pending(1);
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            validation.markValidated(7);
                            return WebhookReply.answered(500);
                        });

        validation.attempt(7, 1);

        assertThat(state()).isEqualTo(new Validated());
        verifyNoInteractions(queue);
    }

    @Test
    void beginningAgainBeginsWithTheFirstTry() {
        put(new Failed());

        assertThat(validation.start(store.find(7).orElseThrow()).validation())
                .isEqualTo(new Pending(1, NOW));
        verify(queue).schedule(7, 1, Duration.ZERO);
        verifyNoInteractions(webhook);
    }

    @Test
    void markingValidatedIsSeenByMatchingAtOnce() {
        pending(1);
        assertThat(index.validatedFor("urn:altinn:resource:r")).isEmpty();

        assertThat(validation.markValidated(7)).isPresent();

        assertThat(index.validatedFor("urn:altinn:resource:r")).hasSize(1);
        assertThat(validation.markValidated(8)).isEmpty();
    }

    private void pending(int attempt) {
        put(new Pending(attempt, NOW));
    }

    private void put(ValidationState state) {
        store.put(
                SampleSubscription.of(7, SampleSubscription.filters().build(), "/org/ttd", state));
    }

    private ValidationState state() {
        return store.find(7).orElseThrow().validation();
    }

    private void answer(int status) {
        when(webhook.post(any(), any()))
                .thenReturn(
                        status == 0
                                ? WebhookReply.failed(ErrorKind.CONNECT, "")
                                : WebhookReply.answered(status));
    }
}
