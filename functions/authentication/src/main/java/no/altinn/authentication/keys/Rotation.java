package no.altinn.authentication.keys;

import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.jose.SigningKeyVersion;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which certificate signs and which are published. Only the versions and the time decide, so that
 * every process of the app says the same (tokens §5). Immutable.
 *
 * <p>Of the versions that have been visible for 48 hours, the one with the newest certificate
 * signs; where none has, the one with the oldest does, so that the very first signs at once. A
 * version whose certificate would end before a token that is signed with it signs only where no
 * other can.
 *
 * <p>Every version is published until it is disabled or its certificate ends, also when a newer one
 * has signed for long. When a version's attributes change, the vault does not tell whether it was
 * enabled just now or had been visible all along, so that an older one has to sign again until 48
 * hours have passed; receivers that verify its tokens must still know it.
 */
final class Rotation {
    /** For how long those who verify tokens may keep a key set without looking again. */
    static final Duration PUBLISHED_BEFORE_USE = Duration.ofDays(2);

    /** Until when after becoming visible every process that is called has published a version. */
    static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(30);

    private final List<SigningKeyVersion> oldestFirst;

    Rotation(Collection<SigningKeyVersion> versions) {
        this.oldestFirst =
                versions.stream()
                        .sorted(
                                // Changed attributes make no certificate newer than it is.
                                Comparator.comparing(SigningKeyVersion::begins)
                                        .thenComparing(SigningKeyVersion::visibleSince)
                                        // Only so that processes agree on those of one moment.
                                        .thenComparing(version -> version.key().kid()))
                        .toList();
    }

    /** What signs now; empty when no version is in force. */
    Optional<SigningKeyVersion> signing(Instant now) {
        List<SigningKeyVersion> inForce =
                oldestFirst.stream().filter(version -> version.isInForceAt(now)).toList();
        List<SigningKeyVersion> known =
                inForce.stream().filter(version -> isKnownAt(version, now)).toList();
        Predicate<SigningKeyVersion> outlivesItsTokens =
                version -> !version.hasEndedAt(now.plus(SigningKeyRing.LONGEST_TOKEN));
        return newest(known.stream().filter(outlivesItsTokens))
                .or(() -> newest(known.stream()))
                .or(() -> inForce.stream().findFirst());
    }

    /** What tokens that are good now or will be soon can be signed with, the oldest first. */
    List<SigningKeyVersion> published(Instant now) {
        return oldestFirst.stream().filter(version -> !version.hasEndedAt(now)).toList();
    }

    private static boolean isKnownAt(SigningKeyVersion version, Instant moment) {
        return !moment.isBefore(
                version.visibleSince().plus(PUBLISHED_WITHIN).plus(PUBLISHED_BEFORE_USE));
    }

    private static Optional<SigningKeyVersion> newest(Stream<SigningKeyVersion> oldestFirst) {
        return oldestFirst.reduce((older, newer) -> newer);
    }
}
