package no.altinn.platform.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

class RetryPolicyTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofMillis(2));

    private final List<Boolean> doubts = new ArrayList<>();

    private Mono<String> failing(int times, Throwable failure) {
        return POLICY.call(
                doubtful -> {
                    doubts.add(doubtful);
                    return doubts.size() <= times ? Mono.error(failure) : Mono.just("done");
                });
    }

    @Test
    void aCallThatIsAnsweredIsMadeOnce() {
        assertThat(failing(0, new TimeoutException()).block()).isEqualTo("done");
        assertThat(doubts).containsExactly(false);
    }

    @Test
    void anAttemptAfterOneThatMayHaveBeenDoneIsToldSo() {
        assertThat(failing(2, new TimeoutException()).block()).isEqualTo("done");
        assertThat(doubts).containsExactly(false, true, true);
    }

    @Test
    void aCallIsMadeNoMoreOftenThanAllowed() {
        assertThatThrownBy(failing(3, new TimeoutException())::block)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThat(doubts).hasSize(3);
    }

    @Test
    void aMistakeIsNotRepeated() {
        assertThatThrownBy(failing(1, new IllegalStateException("mistake"))::block)
                .hasMessage("mistake");
        assertThat(doubts).hasSize(1);
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        RetryPolicy hasty =
                new RetryPolicy(
                        Duration.ofMillis(1), 2, Duration.ofMillis(1), Duration.ofMillis(1));

        assertThatThrownBy(hasty.call(() -> Mono.<String>never())::block)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aCallWithoutAnAnswerMeansThatTheStoreIsAway() {
        TimeoutException failure = new TimeoutException();

        assertThat(new CosmosFailure(failure).toPort())
                .isInstanceOf(Unavailable.class)
                .hasCause(failure);
    }

    @Test
    void aMistakeIsToldAsItIs() {
        IllegalStateException mistake = new IllegalStateException("mistake");

        assertThat(new CosmosFailure(mistake).toPort()).isSameAs(mistake);
    }
}
