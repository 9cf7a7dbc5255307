package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.webhook.places.Addressee;
import no.altinn.events.webhook.places.CallKind;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class EndPointCallerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final URI HOOK = URI.create("https://hook.example/7");

    private final MutableClock clock = MutableClock.at(NOW);
    private final EndPointPlaces places =
            new EndPointPlaces(new Concurrency(1, 1), Duration.ZERO, clock);
    private final List<String> steps = new ArrayList<>();
    private final Probe attempt = new Probe();

    @Test
    void anEventThatIsTakenSucceeds() {
        caller(WebhookReply.answered(202)).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("claim", "post", "succeed 202", "log 202");
    }

    @Test
    void anEventThatIsNotTakenFails() {
        caller(WebhookReply.failed(ErrorKind.CONNECT, "refused")).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("claim", "post", "fail 0", "log 0");
    }

    @Test
    void aCallWhoseOutcomeCannotBeKeptIsLoggedAllTheSame() {
        attempt.isStoreAway = true;

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST));

        assertThat(steps).containsExactly("claim", "post", "log 200");
    }

    @Test
    void anAttemptThatIsNotClaimedIsNotMade() {
        attempt.isOurs = false;

        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("claim");
    }

    @Test
    void anAttemptWithoutAPlaceIsPostponedAndNotClaimed() {
        places.enter(CallKind.FIRST, attempt.addressee());

        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("postpone for 5 s");
    }

    @Test
    void anAttemptThatBreaksGivesItsPlaceBack() {
        EndPointCaller broken =
                new EndPointCaller(
                        (request, timeout) -> {
                            throw new IllegalStateException("broken");
                        },
                        places,
                        clock);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.make(attempt, CallKind.FIRST));
        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("claim", "claim", "post", "succeed 200", "log 200");
    }

    @Test
    void anAttemptWhoseRequestCannotBeMadeIsMadeInHalfAMinuteAndNothingIsSent() {
        attempt.isVaultAway = true;

        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(steps).containsExactly("claim", "postpone for 30 s");
        attempt.isVaultAway = false;
        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);
        assertThat(steps).endsWith("claim", "post", "succeed 200", "log 200");
    }

    @Test
    void thePlaceIsFreeBeforeTheOutcomeIsKept() {
        attempt.onOutcome =
                () -> assertThat(places.enter(CallKind.FIRST, attempt.addressee())).isPresent();

        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(steps).contains("succeed 200");
    }

    @Test
    void aCallHasItsStartAndItsDuration() {
        caller(WebhookReply.answered(200)).make(attempt, CallKind.FIRST);

        assertThat(attempt.calls)
                .containsExactly(
                        new EndPointCall(NOW, Duration.ofMillis(250), WebhookReply.answered(200)));
        assertThat(attempt.starts).containsExactly(NOW);
    }

    private EndPointCaller caller(WebhookReply reply) {
        return new EndPointCaller(
                (request, timeout) -> {
                    assertThat(request).isEqualTo(WebhookRequest.of(HOOK, "{}"));
                    assertThat(timeout).isEqualTo(CallKind.FIRST.timeout());
                    steps.add("post");
                    clock.advance(Duration.ofMillis(250));
                    return reply;
                },
                places,
                clock);
    }

    private final class Probe implements EndPointAttempt, EndPointAttempt.Claimed {
        private final List<EndPointCall> calls = new ArrayList<>();
        private final List<Instant> starts = new ArrayList<>();
        private boolean isOurs = true;
        private boolean isStoreAway;
        private boolean isVaultAway;
        private Runnable onOutcome = () -> {};

        @Override
        public Addressee addressee() {
            return new Addressee(7, "/org/ttd", HOOK);
        }

        @Override
        public Optional<Claimed> claim() {
            steps.add("claim");
            return isOurs ? Optional.of(this) : Optional.empty();
        }

        @Override
        public void postpone(Duration wait) {
            steps.add("postpone for " + wait.toSeconds() + " s");
        }

        @Override
        public WebhookRequest request(Instant start) {
            starts.add(start);
            if (isVaultAway) {
                throw new Unavailable("away");
            }
            return WebhookRequest.of(HOOK, "{}");
        }

        @Override
        public void log(EndPointCall call) {
            steps.add("log " + call.reply().status());
            calls.add(call);
        }

        @Override
        public void succeed(EndPointCall call) {
            if (isStoreAway) {
                throw new IllegalStateException("away");
            }
            onOutcome.run();
            steps.add("succeed " + call.reply().status());
        }

        @Override
        public void fail(EndPointCall call) {
            steps.add("fail " + call.reply().status());
        }
    }
}
