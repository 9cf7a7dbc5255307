package no.altinn.authentication.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which certificate signs and which are published, told from the versions and the time alone, so
 * that every process of the app says the same (tokens §5). Immutable.
 *
 * <p>A new version signs when it has been published for 48 hours; until one has, the oldest signs,
 * so that the very first does at once. A version whose certificate would end before a token that is
 * signed with it signs only where no other can.
 */
final class Rotation {
    /** For how long those who verify tokens may keep a key set without looking again. */
    static final Duration PUBLISHED_BEFORE_USE = Duration.ofDays(2);

    /** Until when after its making every process that is called has published a version. */
    static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(30);

    /**
     * How long after its signing a token can still be good. Altinn's own live for 30 minutes; those
     * that inherit their end from ID-porten live as long as ID-porten's access tokens, which are
     * good for a few hours at most. A day leaves room, and for clocks that differ.
     */
    static final Duration LONGEST_TOKEN = Duration.ofDays(1);

    private final List<SigningCertificate> oldestFirst;

    Rotation(Collection<SigningCertificate> versions) {
        this.oldestFirst =
                versions.stream()
                        .sorted(
                                Comparator.comparing(SigningCertificate::created)
                                        // Only so that processes agree on those of one moment.
                                        .thenComparing(version -> version.key().kid()))
                        .toList();
    }

    /** What signs now; empty when no version is in force. */
    Optional<SigningCertificate> signing(Instant now) {
        List<SigningCertificate> inForce =
                oldestFirst.stream()
                        .filter(version -> version.hasBegunAt(now) && !version.hasEndedAt(now))
                        .toList();
        List<SigningCertificate> known =
                inForce.stream().filter(version -> isKnownAt(version, now)).toList();
        Predicate<SigningCertificate> outlivesItsTokens =
                version -> !version.hasEndedAt(now.plus(LONGEST_TOKEN));
        return newest(known.stream().filter(outlivesItsTokens))
                .or(() -> newest(known.stream()))
                .or(() -> inForce.stream().findFirst());
    }

    /** What tokens that are good now or will be soon can be signed with, the oldest first. */
    List<SigningCertificate> published(Instant now) {
        Optional<SigningCertificate> signing = signing(now);
        return oldestFirst.stream()
                .filter(version -> !version.hasEndedAt(now))
                .filter(
                        version ->
                                signing.filter(version::equals).isPresent()
                                        || !isRetiredAt(version, now))
                .toList();
    }

    /** Retired is what a newer one has replaced for longer than any token lives. */
    private boolean isRetiredAt(SigningCertificate version, Instant now) {
        return oldestFirst.stream()
                .skip(oldestFirst.indexOf(version) + 1L)
                .anyMatch(
                        newer ->
                                !newer.hasEndedAt(now)
                                        && replacesOthersAt(newer, now.minus(LONGEST_TOKEN)));
    }

    private static boolean replacesOthersAt(SigningCertificate version, Instant moment) {
        return version.hasBegunAt(moment) && isKnownAt(version, moment);
    }

    private static boolean isKnownAt(SigningCertificate version, Instant moment) {
        return !moment.isBefore(
                version.created().plus(PUBLISHED_WITHIN).plus(PUBLISHED_BEFORE_USE));
    }

    private static Optional<SigningCertificate> newest(Stream<SigningCertificate> oldestFirst) {
        return oldestFirst.reduce((older, newer) -> newer);
    }
}
