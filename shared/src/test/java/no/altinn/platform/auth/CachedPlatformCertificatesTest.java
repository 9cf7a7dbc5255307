package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class CachedPlatformCertificatesTest {
    private static final X509Certificate FIRST = certificate();
    private static final X509Certificate SECOND = certificate();

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final Map<String, X509Certificate> kept = new ConcurrentHashMap<>(Map.of("ttd", FIRST));
    private final AtomicInteger asked = new AtomicInteger();
    private final CachedPlatformCertificates certificates =
            new CachedPlatformCertificates(this::find, Set.of("platform"), clock);
    private volatile boolean away;
    private volatile boolean broken;

    private static X509Certificate certificate() {
        return TestCertificates.selfSigned(
                TestKeys.of("ttd"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }

    private Optional<X509Certificate> find(String issuer) {
        asked.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("a mistake");
        }
        if (away) {
            throw new Unavailable("away");
        }
        return Optional.ofNullable(kept.get(issuer));
    }

    private void flood(String name, int count) {
        IntStream.range(0, count).forEach(i -> findQuietly(name + i));
    }

    private void assertUnavailable(String issuer) {
        assertThatThrownBy(() -> certificates.find(issuer)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aCertificateIsKeptForAnHour() {
        assertThat(certificates.find("ttd")).contains(FIRST);
        kept.put("ttd", SECOND);
        clock.advance(Duration.ofMinutes(59));
        assertThat(certificates.find("ttd")).contains(FIRST);
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(certificates.find("ttd")).contains(SECOND);
        assertThat(asked).hasValue(2);
    }

    @Test
    void thatThereIsNoneIsKeptForFiveMinutes() {
        assertThat(certificates.find("skd")).isEmpty();
        kept.put("skd", SECOND);
        clock.advance(Duration.ofMinutes(4));
        assertThat(certificates.find("skd")).isEmpty();
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(certificates.find("skd")).contains(SECOND);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aCertificateThatIsWithdrawnIsGoneAfterAnHour() {
        assertThat(certificates.find("ttd")).contains(FIRST);
        kept.clear();
        clock.advance(Duration.ofHours(1));

        assertThat(certificates.find("ttd")).isEmpty();
        assertThat(certificates.find("ttd")).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFailureIsKeptForFiveSeconds() {
        away = true;
        assertUnavailable("ttd");
        away = false;
        clock.advance(Duration.ofSeconds(4));
        assertUnavailable("ttd");
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(certificates.find("ttd")).contains(FIRST);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aMistakeOfTheStoreIsAFetchThatFailed() {
        broken = true;
        assertUnavailable("ttd");
        assertUnavailable("ttd");
        assertThat(asked).hasValue(1);

        broken = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(certificates.find("ttd")).contains(FIRST);
        broken = true;
        clock.advance(Duration.ofHours(1));
        assertThat(certificates.find("ttd")).contains(FIRST);
        assertThat(certificates.find("ttd")).contains(FIRST);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aKnownCertificateStaysInUseForTwelveHoursWhenItCannotBeFetched() {
        assertThat(certificates.find("ttd")).contains(FIRST);
        away = true;
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(certificates.find("ttd")).contains(FIRST);

        clock.advance(Duration.ofSeconds(1));
        assertUnavailable("ttd");
    }

    @Test
    void aKnownCertificateThatCannotBeFetchedIsAskedForEveryThirtySeconds() {
        assertThat(certificates.find("ttd")).contains(FIRST);
        away = true;
        clock.advance(Duration.ofHours(13));

        IntStream.range(0, 100).forEach(i -> assertUnavailable("ttd"));
        assertThat(asked).hasValue(2);

        away = false;
        kept.put("ttd", SECOND);
        clock.advance(Duration.ofSeconds(30));
        assertThat(certificates.find("ttd")).contains(SECOND);
    }

    @Test
    void aFloodOfUnknownIssuersIsAskedForTwentyTimesAndThenOnceASecond() {
        flood("a", 10_000);
        assertThat(asked).hasValue(20);

        clock.advance(Duration.ofSeconds(3));
        flood("b", 10_000);
        assertThat(asked).hasValue(23);
    }

    @Test
    void aFloodOfUnknownIssuersDoesNotPushOutTheKnown() {
        List<String> issuers = IntStream.range(0, 200).mapToObj(i -> "org" + i).toList();
        for (String issuer : issuers) {
            kept.put(issuer, FIRST);
            assertThat(certificates.find(issuer)).contains(FIRST);
            clock.advance(Duration.ofSeconds(1));
        }
        flood("a", 10_000);
        asked.set(0);

        assertThat(issuers).allSatisfy(name -> assertThat(certificates.find(name)).isPresent());
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFloodOfUnknownIssuersDoesNotHoldUpTheKnown() {
        assertThat(certificates.find("ttd")).contains(FIRST);
        kept.put("ttd", SECOND);
        clock.advance(Duration.ofHours(1));
        flood("a", 10_000);

        assertThat(certificates.find("ttd")).contains(SECOND);
    }

    @Test
    void aFloodOfUnknownIssuersDoesNotHoldUpTheExpected() {
        kept.put("platform", FIRST);
        flood("a", 10_000);

        assertThat(certificates.find("platform")).contains(FIRST);
    }

    @Test
    void whoIsTurnedAwayInAFloodIsNotSaidToBeUnknown() {
        flood("a", 20);

        assertThatThrownBy(() -> certificates.find("ttd"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Too many");
        assertThat(asked).hasValue(20);
    }

    @Test
    void aNewIssuerGetsInWithinASecondAfterAFlood() {
        flood("a", 10_000);
        assertUnavailable("ttd");

        clock.advance(Duration.ofSeconds(1));
        assertThat(certificates.find("ttd")).contains(FIRST);
    }

    @Test
    void aFloodWhileTheyCannotBeFetchedAsksNoMoreOften() {
        away = true;
        flood("a", 10_000);

        assertThat(asked).hasValue(20);
    }

    private void findQuietly(String issuer) {
        try {
            assertThat(certificates.find(issuer)).isEmpty();
        } catch (Unavailable e) {
            assertThat(e).hasMessageContaining(issuer);
        }
    }

    @Test
    void manyWhoMissTheSameIssuerShareOneLookUp() {
        CountDownLatch let = new CountDownLatch(1);
        CachedPlatformCertificates slow =
                new CachedPlatformCertificates(
                        issuer -> {
                            Optional<X509Certificate> found = find(issuer);
                            awaitUninterruptibly(let);
                            return found;
                        },
                        Set.of(),
                        clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Optional<X509Certificate>>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> slow.find("ttd"), threads))
                            .toList();
            await().until(() -> asked.get() == 1);
            let.countDown();

            assertThat(answers).allSatisfy(found -> assertThat(found.join()).contains(FIRST));
            assertThat(asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whileACertificateIsFetchedAgainOthersGoOnWithTheOld() {
        CountDownLatch let = new CountDownLatch(1);
        CachedPlatformCertificates slow =
                new CachedPlatformCertificates(
                        issuer -> {
                            if (asked.get() > 0) {
                                asked.incrementAndGet();
                                awaitUninterruptibly(let);
                                return Optional.of(SECOND);
                            }
                            return find(issuer);
                        },
                        Set.of(),
                        clock);
        assertThat(slow.find("ttd")).contains(FIRST);
        clock.advance(Duration.ofHours(1));
        CompletableFuture<Optional<X509Certificate>> fetching =
                CompletableFuture.supplyAsync(() -> slow.find("ttd"));
        await().until(() -> asked.get() == 2);

        assertThat(slow.find("ttd")).contains(FIRST);

        let.countDown();
        assertThat(fetching.join()).contains(SECOND);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
