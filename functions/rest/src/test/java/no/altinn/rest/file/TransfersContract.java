package no.altinn.rest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What every {@link Transfers} promises, together with the {@link Files} that it is about. */
public abstract class TransfersContract {
    private static final int CLAIMERS = 4;
    private static final long SEED = 20_260_101;

    private static final AtomicInteger LAST = new AtomicInteger();

    /**
     * What {@link #clock} shows at first: now, since a store in another process has a clock too.
     */
    protected final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

    /** The clock of the files, at {@link #now}. */
    protected final MutableClock clock = MutableClock.at(now);

    /** What became of a transfer: the status of HTTP, and the body of its answer. */
    // No code compares the array.
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The files under test, the same during one test. */
    protected abstract Files files();

    /** The transfers under test, the same during one test. */
    protected abstract Transfers transfers();

    /** Sends a file as a front does. */
    protected abstract Outcome put(URI to, byte[] bytes) throws Exception;

    /** Sends some bytes of a file that is announced as longer, and breaks off. */
    protected abstract void breakOff(URI to, byte[] bytes, long announced) throws Exception;

    /** Fetches a file as a front does. */
    protected abstract Outcome get(URI from) throws Exception;

    private final String name = nextName();

    /** A name of which there is no file. */
    private String nextName() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ArrivalNames.folder(today) + "t" + LAST.incrementAndGet() + "-" + now.toEpochMilli();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) throws Exception {
        assertThat(put(transfers().toWrite(name), bytes).status()).isBetween(200, 201);
    }

    private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 9 << 20})
    void aFileOfAnySizeArrivesWholeWithItsChecksum(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(SEED).nextBytes(content);
        send(content);

        assertThat(transfers().arrived(name)).contains(new ArrivedFile(name, size, md5(content)));
        Outcome fetched = get(transfers().toRead(name));
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(Arrays.equals(fetched.body(), content)).isTrue();
        assertThat(Arrays.equals(files().read(name).orElseThrow(), content)).isTrue();
    }

    @Test
    void whatWasWrittenThroughTheAppIsFetchedToo() throws Exception {
        files().write("messages/old-" + now.getEpochSecond(), bytes("old"), Optional.empty());
        String old = "messages/old-" + now.getEpochSecond();

        assertThat(get(transfers().toRead(old)).body()).isEqualTo(bytes("old"));
        assertThat(transfers().arrived(old)).contains(new ArrivedFile(old, 3, md5(bytes("old"))));
        assertThat(transfers().claim(old)).isFalse();
        files().remove(old);
    }

    @Test
    void whereNothingHasComeThereIsNothing() throws Exception {
        assertThat(transfers().arrived(name)).isEmpty();
        assertThat(transfers().claim(name)).isFalse();
        assertThat(transfers().keep(name, Optional.empty())).isFalse();
        assertThat(get(transfers().toRead(name)).status()).isEqualTo(404);
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws Exception {
        URI to = transfers().toWrite(name);
        put(to, bytes("first"));

        assertThat(put(to, bytes("second")).status()).isBetween(400, 499);
        assertThat(put(transfers().toWrite(name), bytes("third")).status()).isBetween(400, 499);

        assertThat(files().read(name).orElseThrow()).isEqualTo(bytes("first"));
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() throws Exception {
        URI to = transfers().toWrite(name);
        breakOff(to, bytes("half"), 8);

        assertThat(transfers().arrived(name)).isEmpty();
        assertThat(put(to, bytes("all")).status()).isBetween(200, 201);
        assertThat(files().read(name).orElseThrow()).isEqualTo(bytes("all"));
    }

    private void assertRefused(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(403);
        assertThat(outcome.text()).isNotBlank();
        assertThat(transfers().arrived(name)).isEmpty();
    }

    @Test
    void anAddressCountsForFifteenMinutes() throws Exception {
        clock.advance(Transfers.VALID.multipliedBy(-1));
        URI late = transfers().toWrite(name);
        clock.advance(Duration.ofMinutes(5));
        URI inTime = transfers().toWrite(name);
        clock.set(now);

        assertRefused(put(late, bytes("x")));
        assertThat(put(inTime, bytes("x")).status()).isBetween(200, 201);

        clock.advance(Transfers.VALID.multipliedBy(-1));
        URI lateToRead = transfers().toRead(name);
        clock.set(now);
        assertThat(get(lateToRead).status()).isEqualTo(403);
    }

    @Test
    void anAddressIsForItsOwnOperation() throws Exception {
        assertRefused(put(transfers().toRead(name), bytes("x")));

        send(bytes("x"));
        assertThat(get(transfers().toWrite(name)).status()).isEqualTo(403);
    }

    @Test
    void anAddressIsForItsOwnName() throws Exception {
        String other = nextName();
        put(transfers().toWrite(other), bytes("another's"));
        // The last part of a name stands in the address as it is.
        URI toWrite = renamed(transfers().toWrite(other), other, name);
        URI toRead = renamed(transfers().toRead(name), name, other);

        assertRefused(put(toWrite, bytes("x")));
        Outcome fetched = get(toRead);
        assertThat(fetched.status()).isEqualTo(403);
        assertThat(fetched.text()).isNotBlank().doesNotContain("another's");
    }

    private static URI renamed(URI address, String from, String to) {
        String part = from.substring(from.lastIndexOf('/') + 1);
        assertThat(address.toString()).contains(part);
        return URI.create(address.toString().replace(part, to.substring(to.lastIndexOf('/') + 1)));
    }

    @Test
    void anAddressThatWasChangedIsRefused() throws Exception {
        String address = transfers().toWrite(name).toString();
        int sig = address.indexOf("sig=") + 4;
        char other = address.charAt(sig) == 'A' ? 'B' : 'A';

        assertRefused(
                put(
                        URI.create(address.substring(0, sig) + other + address.substring(sig + 1)),
                        bytes("x")));
        assertRefused(put(URI.create(address.substring(0, address.indexOf('?'))), bytes("x")));
    }

    @Test
    void aFileThatNobodyClaimsGoesAfterADay() throws Exception {
        send(bytes("x"));
        clock.advance(Transfers.UNCLAIMED.minusMinutes(1));
        assertThat(transfers().arrived(name)).isPresent();
        clock.advance(Duration.ofMinutes(2));

        assertThat(transfers().arrived(name)).isEmpty();
        assertThat(transfers().claim(name)).isFalse();
        assertThat(files().removeExpired()).isEqualTo(1);
        assertThat(files().removeExpired()).isZero();
        clock.set(now);
        assertThat(transfers().arrived(name)).isEmpty();
    }

    @Test
    void aClaimedFileStays() throws Exception {
        send(bytes("x"));
        assertThat(transfers().claim(name)).isTrue();
        clock.advance(Duration.ofDays(3));

        assertThat(files().removeExpired()).isZero();
        assertThat(files().read(name).orElseThrow()).isEqualTo(bytes("x"));
        assertThat(transfers().arrived(name)).isPresent();
    }

    @Test
    void aFileIsClaimedOnce() throws Exception {
        send(bytes("x"));
        ExecutorService claimers = Executors.newFixedThreadPool(CLAIMERS);
        Callable<Boolean> claim = () -> transfers().claim(name);
        int claimed = 0;
        try {
            for (Future<Boolean> each : claimers.invokeAll(Collections.nCopies(CLAIMERS, claim))) {
                claimed += each.get() ? 1 : 0;
            }
        } finally {
            claimers.shutdown();
        }

        assertThat(claimed).isEqualTo(1);
        assertThat(transfers().claim(name)).isFalse();
    }

    @Test
    void aFileGoesWhenItIsToldTo() throws Exception {
        send(bytes("x"));
        assertThat(transfers().keep(name, Optional.of(now.plusSeconds(60)))).isTrue();
        assertThat(transfers().claim(name)).isFalse();

        clock.advance(Duration.ofSeconds(59));
        assertThat(files().read(name)).isPresent();
        assertThat(files().removeExpired()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(files().read(name)).isEmpty();
        assertThat(transfers().arrived(name)).isEmpty();
        assertThat(transfers().keep(name, Optional.empty())).isFalse();
        assertThat(files().removeExpired()).isEqualTo(1);
    }

    @Test
    void aFileMayStayAfterAll() throws Exception {
        for (String kept : List.of(name, "messages/kept-" + now.getEpochSecond())) {
            if (kept.equals(name)) {
                send(bytes("x"));
            } else {
                files().write(kept, bytes("x"), Optional.empty());
            }
            transfers().keep(kept, Optional.of(now.plusSeconds(60)));
            assertThat(transfers().keep(kept, Optional.empty())).isTrue();
            clock.advance(Duration.ofDays(3));

            assertThat(files().removeExpired()).isZero();
            assertThat(files().read(kept).orElseThrow()).isEqualTo(bytes("x"));
            files().remove(kept);
            clock.set(now);
        }
    }

    @Test
    void aFileThatWasWrittenGoesWhenItIsToldTo() {
        String written = "messages/binned-" + now.getEpochSecond();
        files().write(written, bytes("x"), Optional.empty());

        assertThat(transfers().keep(written, Optional.of(now.plusSeconds(60)))).isTrue();

        assertThat(files().read(written).orElseThrow()).isEqualTo(bytes("x"));
        clock.advance(Duration.ofSeconds(60));
        assertThat(files().read(written)).isEmpty();
        assertThat(files().removeExpired()).isEqualTo(1);
    }

    @Test
    void aRemovedFileIsGone() throws Exception {
        send(bytes("x"));
        URI from = transfers().toRead(name);
        files().remove(name);

        assertThat(transfers().arrived(name)).isEmpty();
        assertThat(get(from).status()).isEqualTo(404);
    }

    @Test
    void otherNamesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> transfers().toWrite("messages/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> transfers().toWrite("sent/../a"));
        for (String none : List.of("", "../a", "a?b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> transfers().toWrite(none));
            assertThatIllegalArgumentException().isThrownBy(() -> transfers().toRead(none));
            assertThatIllegalArgumentException().isThrownBy(() -> transfers().arrived(none));
            assertThatIllegalArgumentException().isThrownBy(() -> transfers().claim(none));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transfers().keep(none, Optional.empty()));
        }
    }
}
