package no.altinn.events.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.time.RefreshPolicy;
import no.altinn.platform.time.RefreshedValue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.crypto.SecretKey;

/**
 * The data keys that this process can use: unwrapped on first use, and in memory for an hour from
 * then. A key that could not be unwrapped is asked for again after five seconds, so that those who
 * wait for it do not queue up behind one another. Thread-safe.
 */
public final class DataKeys {
    /** A new data key is used no later than this after it was made. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final KeyWrapping wrapping;
    private final RefreshedValue<DataKeyList> list;
    private final Cache<String, Unwrapped> unwrapped;

    /** Reads nothing yet. */
    public DataKeys(DataKeyFile file, KeyWrapping wrapping, Clock clock) {
        this.wrapping = wrapping;
        this.list =
                new RefreshedValue<>(
                        "The list of data keys",
                        () -> file.read().list(),
                        RefreshPolicy.every(MAX_AGE).withPause(AFTER_A_FAILURE),
                        clock);
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.unwrapped =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .maximumSize(MOST)
                        .expireAfter(Expiry.<String, Unwrapped>creating((id, key) -> key.kept()))
                        .build();
    }

    /** What came of an unwrapping. A class, since a record would show the key in its text. */
    private static final class Unwrapped {
        private final Optional<SecretKey> key;
        private final Supplier<Unavailable> failure;

        private Unwrapped(Optional<SecretKey> key, Supplier<Unavailable> failure) {
            this.key = key;
            this.failure = failure;
        }

        Duration kept() {
            return key.isPresent() ? MAX_AGE : AFTER_A_FAILURE;
        }

        SecretKey orThrow() {
            return key.orElseThrow(failure);
        }
    }

    /**
     * Reads the list and unwraps the key that encrypts, so that the first use does not wait.
     *
     * @throws Unavailable if that cannot be done now
     * @throws LostKey if the list lacks its own newest key
     */
    public void warmUp() {
        find(newest());
    }

    /**
     * The id of the key that encrypts.
     *
     * @throws Unavailable if it cannot be found out now
     */
    String newest() {
        return list.get().newest().id();
    }

    /**
     * A key.
     *
     * @throws Unavailable if it cannot be unwrapped now
     * @throws LostKey if it is in no list
     */
    SecretKey find(String id) {
        return unwrapped.get(id, this::unwrap).orThrow();
    }

    private Unwrapped unwrap(String id) {
        try {
            return list.get(known -> known.find(id).isPresent())
                    .find(id)
                    .map(key -> unwrapped(wrapping.unwrap(key.wrapped())))
                    .orElseGet(() -> failed(() -> new LostKey("There is no data key " + id)));
        } catch (Unavailable e) {
            return failed(() -> new Unavailable(e.getMessage()));
        }
    }

    private static Unwrapped unwrapped(SecretKey key) {
        return new Unwrapped(Optional.of(key), () -> new Unavailable(""));
    }

    private static Unwrapped failed(Supplier<Unavailable> failure) {
        return new Unwrapped(Optional.empty(), failure);
    }
}
