package no.altinn.rest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.rest.file.ArrivalNames.Verdict;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class ArrivalNamesTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T23:30:00Z");
    private final List<SecretKey> keys = new ArrayList<>(List.of(key(1)));
    private final ArrivalNames names = new ArrivalNames(() -> keys, new SecureRandom(), clock);

    private static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void aNameIsOneOfTheStoreAndTellsTheDay() {
        String name = names.next("a request", 5);

        assertThat(Files.checked(name)).startsWith("sent/2026-01-02/");
        assertThat(ArrivalNames.checked(name)).isEqualTo(name);
        assertThat(names.next("a request", 5)).isNotEqualTo(name);
    }

    @Test
    void aNameIsGoodForItsRequestAndLengthUntilADayHasGone() {
        String name = names.next("a request", 5);

        assertThat(names.judge(name, "a request", 5)).isEqualTo(Verdict.GOOD);
        assertThat(names.judge(name, "another", 5)).isEqualTo(Verdict.FOREIGN);
        assertThat(names.judge(name, "a request", 6)).isEqualTo(Verdict.FOREIGN);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(names.judge(name, "a request", 5)).isEqualTo(Verdict.GOOD);
        clock.advance(Duration.ofSeconds(1));
        assertThat(names.judge(name, "a request", 5)).isEqualTo(Verdict.LATE);
        assertThat(names.judge(name, "another", 5)).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void aNameHasOneFolder() {
        String name = names.next("a request", 5);

        assertThat(names.judge(name.replace("01-02", "01-03"), "a request", 5))
                .isEqualTo(Verdict.FOREIGN);
        assertThat(names.judge("messages/" + name, "a request", 5)).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void aKeyThatIsReplacedStillCountsAndOneThatIsGoneDoesNot() {
        String name = names.next("a request", 5);
        keys.add(0, key(2));
        assertThat(names.judge(name, "a request", 5)).isEqualTo(Verdict.GOOD);

        keys.remove(1);
        assertThat(names.judge(name, "a request", 5)).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void namesOfOtherFilesAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArrivalNames.checked("messages/r1/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> ArrivalNames.checked("sent/../a"));
    }
}
