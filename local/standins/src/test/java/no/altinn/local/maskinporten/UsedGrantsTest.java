package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.local.oauth.OAuthError;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class UsedGrantsTest {
    private static final Instant NOW = RunningMaskinporten.NOW;

    private final MutableClock clock = MutableClock.at(NOW);
    private final UsedGrants used = new UsedGrants(2, clock);

    private void use(String client, String id, long now, long end) throws OAuthError {
        clock.set(NOW.plusSeconds(now));
        used.use(client, id, NOW.plusSeconds(end));
    }

    private void assertRefused(String id, long now, String reason) {
        assertThatExceptionOfType(OAuthError.class)
                .isThrownBy(() -> use("c", id, now, now + 10))
                .withMessageContaining(reason);
    }

    @Test
    void aGrantIsUsedOnceUntilItsEnd() throws OAuthError {
        use("c", "1", 0, 10);

        assertRefused("1", 0, "MP-012");
        assertRefused("1", 9, "MP-012");
        assertThatCode(() -> use("c", "1", 10, 20)).doesNotThrowAnyException();
    }

    @Test
    void whatHasEndedIsForgottenInAnyOrder() throws OAuthError {
        use("c", "late", 0, 20);
        use("c", "early", 0, 10);

        use("c", "third", 10, 30);
        assertRefused("late", 10, "MP-012");
    }

    @Test
    void aRequestThatWaitedUntilTheGrantsEndIsTooLate() throws OAuthError {
        use("c", "1", 0, 10);

        clock.set(NOW.plusSeconds(10));
        assertThatExceptionOfType(OAuthError.class)
                .isThrownBy(() -> used.use("c", "1", NOW.plusSeconds(10)))
                .withMessageContaining("MP-130");
    }

    @Test
    void aClockThatIsSetBackMakesNoGrantNew() throws OAuthError {
        use("c", "1", 0, 10);
        use("c", "2", 10, 20);

        clock.set(NOW);
        assertThatExceptionOfType(OAuthError.class)
                .isThrownBy(() -> used.use("c", "1", NOW.plusSeconds(10)))
                .withMessageContaining("MP-130");
        assertThatCode(() -> used.use("c", "3", NOW.plusSeconds(11))).doesNotThrowAnyException();
    }

    @Test
    void whenThereIsNoRoomNothingIsForgottenForIt() throws OAuthError {
        use("c", "1", 0, 10);
        use("c", "2", 0, 10);

        assertRefused("3", 5, "Too many");
        assertRefused("1", 5, "MP-012");
        assertThatCode(() -> use("c", "3", 10, 20)).doesNotThrowAnyException();
    }

    @Test
    void tooManyIsNoFaultOfTheClient() throws OAuthError {
        use("c", "1", 0, 10);
        use("c", "2", 0, 10);

        assertThatExceptionOfType(OAuthError.class)
                .isThrownBy(() -> use("c", "3", 0, 10))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(503));
    }

    @Test
    void ofManyThreadsOneUsesAGrant() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt =
                    () -> {
                        try {
                            use("c", "1", 0, 10);
                            return true;
                        } catch (OAuthError e) {
                            return false;
                        }
                    };
            int successes = 0;
            for (Future<Boolean> each :
                    threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> attempt).toList())) {
                successes += each.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
