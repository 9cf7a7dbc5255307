package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class CachedSigningKeysTest {
    private final RSAPublicKey first = TestKeys.of("1").publicKey();
    private final RSAPublicKey second = TestKeys.of("2").publicKey();
    private final KeySet old = new KeySet(List.of(new KeySet.Key("1", first)));
    private final KeySet rotated =
            new KeySet(List.of(new KeySet.Key("1", first), new KeySet.Key("2", second)));

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile KeySet published = old;
    private volatile boolean away;

    private final CachedSigningKeys keys = new CachedSigningKeys(this::fetch, clock);

    private KeySet fetch() {
        fetches.incrementAndGet();
        if (away) {
            throw new Unavailable("away");
        }
        return published;
    }

    @Test
    void keysAreFetchedOnce() {
        assertThat(keys.find("1")).containsExactly(first);
        assertThat(keys.find("1")).containsExactly(first);
        assertThat(keys.find("")).containsExactly(first);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void keysAreFetchedAgainAfterTwelveHours() {
        keys.find("1");
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        keys.find("1");
        assertThat(fetches).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        keys.find("1");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAtOnce() {
        keys.find("1");
        published = rotated;

        assertThat(keys.find("2")).containsExactly(second);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void unknownKidsFetchAtMostOnceInFiveMinutes() {
        keys.find("1");

        IntStream.range(0, 10_000).forEach(i -> assertThat(keys.find("k" + i)).isEmpty());
        assertThat(fetches).hasValue(2);

        clock.advance(Duration.ofMinutes(5));
        IntStream.range(0, 10_000).forEach(i -> assertThat(keys.find("k" + i)).isEmpty());
        assertThat(fetches).hasValue(3);
    }

    @Test
    void aFetchThatFailsLeavesTheLastGoodKeys() {
        keys.find("1");
        away = true;
        clock.advance(Duration.ofHours(13));

        assertThat(keys.find("1")).containsExactly(first);
        assertThat(keys.find("1")).containsExactly(first);
        assertThat(keys.find("2")).isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aMistakeOfTheSourceIsAFetchThatFailed() {
        CachedSigningKeys broken =
                new CachedSigningKeys(
                        () -> {
                            if (fetches.incrementAndGet() != 2) {
                                throw new IllegalStateException("a mistake");
                            }
                            return old;
                        },
                        clock);
        assertThatThrownBy(() -> broken.find("1")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> broken.find("1")).isInstanceOf(Unavailable.class);
        assertThat(fetches).hasValue(1);

        clock.advance(Duration.ofSeconds(5));
        assertThat(broken.find("1")).containsExactly(first);
        clock.advance(Duration.ofHours(12));
        assertThat(broken.find("1")).containsExactly(first);
        assertThat(broken.find("1")).containsExactly(first);
        assertThat(fetches).hasValue(3);
    }

    @Test
    void afterAFailureFreshKeysComeBackWithTheIssuer() {
        keys.find("1");
        away = true;
        clock.advance(Duration.ofHours(13));
        keys.find("1");
        away = false;
        published = rotated;
        clock.advance(Duration.ofMinutes(5));

        assertThat(keys.find("2")).containsExactly(second);
    }

    @Test
    void aKeyThatWasWithdrawnIsGoneAfterTheNextFetch() {
        published = rotated;
        keys.find("2");
        published = old;
        clock.advance(Duration.ofHours(12));

        assertThat(keys.find("2")).isEmpty();
    }

    @Test
    void withoutAnyKeyNothingCanBeSaidAndTheIssuerIsNotFlooded() {
        away = true;

        IntStream.range(0, 10)
                .forEach(
                        i ->
                                assertThatThrownBy(() -> keys.find("1"))
                                        .isInstanceOf(Unavailable.class));
        assertThat(fetches).hasValue(1);

        away = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(keys.find("1")).containsExactly(first);
    }

    @Test
    void manyWhoMissTheSameKeyShareOneFetch() {
        CountDownLatch let = new CountDownLatch(1);
        AtomicInteger slowFetches = new AtomicInteger();
        CachedSigningKeys slow =
                new CachedSigningKeys(
                        () -> {
                            slowFetches.incrementAndGet();
                            awaitUninterruptibly(let);
                            return old;
                        },
                        clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<List<RSAPublicKey>>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> slow.find("1"), threads))
                            .toList();
            await().until(() -> slowFetches.get() == 1);
            let.countDown();

            answers.forEach(answer -> assertThat(answer.join()).containsExactly(first));
            assertThat(slowFetches).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whileOldKeysAreFetchedAgainOthersGoOnWithThem() {
        CountDownLatch let = new CountDownLatch(1);
        AtomicInteger slowFetches = new AtomicInteger();
        CachedSigningKeys slow =
                new CachedSigningKeys(
                        () -> {
                            if (slowFetches.incrementAndGet() > 1) {
                                awaitUninterruptibly(let);
                            }
                            return old;
                        },
                        clock);
        slow.find("1");
        clock.advance(Duration.ofHours(12));
        CompletableFuture<List<RSAPublicKey>> fetching =
                CompletableFuture.supplyAsync(() -> slow.find("1"));
        await().until(() -> slowFetches.get() == 2);

        assertThat(slow.find("1")).containsExactly(first);
        assertThat(fetching).isNotDone();

        let.countDown();
        assertThat(fetching.join()).containsExactly(first);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whileThereAreNoKeysTheSourceMayTakeItsTime() {
        List<String> asked = new ArrayList<>();
        CachedSigningKeys patient =
                new CachedSigningKeys(
                        new KeySetSource() {
                            @Override
                            public KeySet fetch() {
                                asked.add("again");
                                throw new Unavailable("away");
                            }

                            @Override
                            public KeySet fetchFirst() {
                                asked.add("first");
                                if (asked.size() == 1) {
                                    throw new Unavailable("away");
                                }
                                return old;
                            }
                        },
                        clock);
        assertThatThrownBy(() -> patient.find("1")).isInstanceOf(Unavailable.class);
        clock.advance(Duration.ofSeconds(5));

        assertThat(patient.find("1")).containsExactly(first);
        assertThat(patient.find("2")).isEmpty();

        assertThat(asked).containsExactly("first", "first", "again");
        assertThat(patient.find("1")).as("the keys in hand are kept").containsExactly(first);
    }
}
