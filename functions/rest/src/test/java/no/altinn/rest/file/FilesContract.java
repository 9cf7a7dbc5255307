package no.altinn.rest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every {@link Files} promises. */
public abstract class FilesContract {
    /** What {@link #clock} shows at first. */
    protected static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private static final int WRITERS = 4;
    private static final long SEED = 20_260_101;

    /** The clock of the files, at {@link #NOW}. */
    protected final MutableClock clock = MutableClock.at(NOW);

    /** The files under test, none at first, the same during one test. */
    protected abstract Files files();

    private void write(String name, byte[] bytes) {
        files().write(name, bytes, Optional.empty());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    @Test
    void aFileComesBackAsItWas() {
        byte[] every = bytes(IntStream.range(0, 256).toArray());
        write("form/a1", every);

        assertThat(files().read("form/a1").orElseThrow()).isEqualTo(every);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256 << 10, 30 << 20})
    void aFileOfAnySizeComesBackWhole(int size) {
        byte[] content = new byte[size];
        new Random(SEED).nextBytes(content);
        write("form/a1", content);

        assertThat(Arrays.equals(files().read("form/a1").orElseThrow(), content)).isTrue();
    }

    @Test
    void whereThereIsNoFileNothingIsRead() {
        write("a", bytes(1));

        assertThat(files().read("b")).isEmpty();
        assertThat(files().read("a/b")).isEmpty();
    }

    @Test
    void aFileTakesThePlaceOfTheOneWithItsName() {
        write("a", bytes(1, 2, 3));
        write("a", bytes(4));

        assertThat(files().read("a").orElseThrow()).isEqualTo(bytes(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "a-b_c.d/E/9", "a/b", "a.b"})
    void eachNameIsAFileOfItsOwn(String name) {
        List<String> names = List.of("a", "A", "a-b_c.d/E/9", "a/b", "a.b");
        names.forEach(each -> write(each, bytes(names.indexOf(each))));

        assertThat(files().read(name).orElseThrow()).isEqualTo(bytes(names.indexOf(name)));
    }

    @Test
    void theLongestNameIsTaken() {
        String name = "n".repeat(Files.LONGEST_NAME);
        write(name, bytes(7));

        assertThat(files().read(name).orElseThrow()).isEqualTo(bytes(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a.", ".a", "æ", "a b", "a\\b",
                "a\n", "a?b", "a%2e"
            })
    void anotherNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(name, bytes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> files().read(name));
        assertThatIllegalArgumentException().isThrownBy(() -> files().remove(name));
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        String name = "n".repeat(Files.LONGEST_NAME + 1);

        assertThatIllegalArgumentException().isThrownBy(() -> write(name, bytes(1)));
    }

    @Test
    void aRemovedFileIsGone() {
        write("a", bytes(1));
        write("b", bytes(2));
        files().remove("a");
        files().remove("never-there");

        assertThat(files().read("a")).isEmpty();
        assertThat(files().read("b")).isPresent();
    }

    @Test
    void aFileIsGoneFromTheInstantAtWhichItExpires() {
        files().write("a", bytes(1), Optional.of(NOW.plusSeconds(60)));

        clock.advance(Duration.ofSeconds(59));
        assertThat(files().read("a")).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(files().read("a")).isEmpty();
    }

    @Test
    void onlyExpiredFilesAreFreed() {
        files().write("past", bytes(1), Optional.of(NOW.plusSeconds(60)));
        files().write("later", bytes(2), Optional.of(NOW.plusSeconds(3_600)));
        write("kept", bytes(3));
        clock.advance(Duration.ofMinutes(2));

        assertThat(files().removeExpired()).isEqualTo(1);
        assertThat(files().removeExpired()).isZero();
        assertThat(files().read("past")).isEmpty();
        assertThat(files().read("later")).isPresent();
        assertThat(files().read("kept")).isPresent();
    }

    @Test
    void aFileThatIsWrittenAgainExpiresAsItsNewWriterSays() {
        files().write("a", bytes(1), Optional.of(NOW.plusSeconds(60)));
        write("a", bytes(2));
        clock.advance(Duration.ofDays(400));

        assertThat(files().removeExpired()).isZero();
        assertThat(files().read("a").orElseThrow()).isEqualTo(bytes(2));
    }

    @Test
    void whatACallerChangesLaterChangesNothing() {
        byte[] mine = bytes(1);
        write("a", mine);
        mine[0] = 9;
        byte[] read = files().read("a").orElseThrow();
        assertThat(read).isEqualTo(bytes(1));
        read[0] = 8;

        assertThat(files().read("a").orElseThrow()).isEqualTo(bytes(1));
    }

    @Test
    void ofSeveralWritersAtOnceOneWinsWhole() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writes =
                    IntStream.range(0, WRITERS)
                            .<Callable<Void>>mapToObj(
                                    n ->
                                            () -> {
                                                byte[] content = new byte[100_000];
                                                Arrays.fill(content, (byte) n);
                                                write("a", content);
                                                return null;
                                            })
                            .toList();
            for (Future<Void> write : writers.invokeAll(writes)) {
                write.get();
            }
        } finally {
            writers.shutdown();
        }

        byte[] read = files().read("a").orElseThrow();
        assertThat(read).hasSize(100_000).containsOnly(read[0]);
    }
}
