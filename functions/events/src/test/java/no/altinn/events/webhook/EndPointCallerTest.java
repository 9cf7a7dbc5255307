package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    private final CallBounds bounds = new CallBounds(Duration.ofSeconds(20), new InFlight(1));
    private final List<String> steps = new ArrayList<>();
    private final Probe attempt = new Probe();

    @Test
    void anEventThatIsTakenSucceeds() {
        caller(WebhookReply.answered(202)).make(attempt, bounds);

        assertThat(steps).containsExactly("claim", "post", "succeed 202", "log 202");
    }

    @Test
    void anEventThatIsNotTakenFails() {
        caller(WebhookReply.failed("refused")).make(attempt, bounds);

        assertThat(steps).containsExactly("claim", "post", "fail 0", "log 0");
    }

    @Test
    void aCallWhoseOutcomeCannotBeKeptIsLoggedAllTheSame() {
        attempt.isStoreAway = true;

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> caller(WebhookReply.answered(200)).make(attempt, bounds));

        assertThat(steps).containsExactly("claim", "post", "log 200");
    }

    @Test
    void anAttemptThatIsNotClaimedIsNotMade() {
        attempt.isOurs = false;

        caller(WebhookReply.answered(200)).make(attempt, bounds);

        assertThat(steps).containsExactly("claim");
    }

    @Test
    void anAttemptWithoutAPlaceIsPostponedAndNotClaimed() {
        bounds.places()
                .run(
                        attempt.consumer(),
                        Duration.ZERO,
                        () -> caller(WebhookReply.answered(200)).make(attempt, bounds));

        assertThat(steps).containsExactly("postpone");
    }

    @Test
    void anAttemptThatBreaksGivesItsPlaceBack() {
        EndPointCaller broken =
                new EndPointCaller(
                        (endPoint, json, timeout) -> {
                            throw new IllegalStateException("broken");
                        },
                        Duration.ZERO,
                        clock);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.make(attempt, bounds));
        caller(WebhookReply.answered(200)).make(attempt, bounds);

        assertThat(steps).containsExactly("claim", "claim", "post", "succeed 200", "log 200");
    }

    @Test
    void aCallHasItsStartAndItsDuration() {
        caller(WebhookReply.answered(200)).make(attempt, bounds);

        assertThat(attempt.calls)
                .containsExactly(
                        new EndPointCall(NOW, Duration.ofMillis(250), WebhookReply.answered(200)));
    }

    private EndPointCaller caller(WebhookReply reply) {
        return new EndPointCaller(
                (endPoint, json, timeout) -> {
                    assertThat(endPoint).isEqualTo(HOOK);
                    assertThat(json).isEqualTo("{}");
                    assertThat(timeout).isEqualTo(bounds.timeout());
                    steps.add("post");
                    clock.advance(Duration.ofMillis(250));
                    return reply;
                },
                Duration.ZERO,
                clock);
    }

    private final class Probe implements EndPointAttempt, EndPointAttempt.Claimed {
        private final List<EndPointCall> calls = new ArrayList<>();
        private boolean isOurs = true;
        private boolean isStoreAway;

        @Override
        public String consumer() {
            return "/org/ttd";
        }

        @Override
        public Optional<Claimed> claim() {
            steps.add("claim");
            return isOurs ? Optional.of(this) : Optional.empty();
        }

        @Override
        public void postpone() {
            steps.add("postpone");
        }

        @Override
        public URI endPoint() {
            return HOOK;
        }

        @Override
        public String event() {
            return "{}";
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
            steps.add("succeed " + call.reply().status());
        }

        @Override
        public void fail(EndPointCall call) {
            steps.add("fail " + call.reply().status());
        }
    }
}
