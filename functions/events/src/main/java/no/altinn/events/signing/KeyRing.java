package no.altinn.events.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The keys of a subscription. The newest signs, and each older one beside it until its own end, so
 * that the endpoint's owner has time to take over the newest. Immutable.
 *
 * @param set what the public page with its Ed25519 keys is called; empty as long as it had none
 * @param keys the newest first; none of a subscription that has never been signed for
 */
public record KeyRing(String set, List<SealedKey> keys) {
    /** A ring without a key. */
    public static final KeyRing EMPTY = new KeyRing("", List.of());

    /** The most keys that are valid at once. */
    static final int MOST = 5;

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** Whether there is no key yet. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The newest key; empty if there is none. */
    public Optional<SealedKey> newest() {
        return keys.stream().findFirst();
    }

    /** The keys that sign what is sent then, the newest first. */
    public List<SealedKey> validAt(Instant instant) {
        return keys.stream().filter(key -> key.isValidAt(instant)).toList();
    }

    /** When the newest key begins to sign alone; empty if it does so already. */
    public Optional<Instant> previousExpires(Instant now) {
        return validAt(now).stream()
                .flatMap(key -> key.until().stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * The ring with a newer key. The one that was the newest signs along for the overlap, and the
     * others until the ends that they have. Applied once more to its own result it changes nothing.
     *
     * @param next the newer key, without an end
     * @throws TooManyKeys if more than five would be valid
     */
    KeyRing rotated(SealedKey next, Duration overlap, Instant now) {
        if (newest().equals(Optional.of(next))) {
            return this;
        }
        List<SealedKey> older = new ArrayList<>();
        for (SealedKey key : keys) {
            older.add(key.until().isEmpty() ? key.endingAt(now.plus(overlap)) : key);
        }
        older.removeIf(key -> !key.isValidAt(now));
        if (older.size() == MOST) {
            throw new TooManyKeys(MOST, nextEnd(now));
        }
        return new KeyRing(set, Stream.concat(Stream.of(next), older.stream()).toList());
    }

    private Instant nextEnd(Instant now) {
        return validAt(now).stream()
                .flatMap(key -> key.until().stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The ring under the name of a page, unless it has one. */
    KeyRing named(String page) {
        return set.isEmpty() ? new KeyRing(page, keys) : this;
    }

    /** The ring with some of its keys changed. */
    KeyRing with(UnaryOperator<SealedKey> change) {
        return new KeyRing(set, keys.stream().map(change).toList());
    }
}
