package no.altinn.events.functions;

import no.altinn.events.signing.Rotation;
import no.altinn.events.signing.Scheme;
import no.altinn.platform.http.Problem;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how a key is to be replaced. */
final class RotationRequest {
    /** The member that tells for how long the old key signs along. */
    static final String OVERLAP = "overlapSeconds";

    /** The member that tells how requests are signed. */
    static final String SCHEME = "scheme";

    private RotationRequest() {}

    /**
     * The rotation.
     *
     * @throws Problem 400 for a member of another type or out of its range
     */
    static Rotation of(CommandBody body) {
        return new Rotation(body.text(SCHEME).map(RotationRequest::scheme), overlap(body));
    }

    private static Scheme scheme(String text) {
        return Scheme.of(text)
                .orElseThrow(() -> Problem.badBody("'scheme' must be 'v1' or 'v1a'."));
    }

    private static Duration overlap(CommandBody body) {
        OptionalInt seconds = body.integer(OVERLAP);
        return Optional.of(seconds)
                .filter(OptionalInt::isPresent)
                .map(given -> Duration.ofSeconds(given.getAsInt()))
                .map(RotationRequest::inRange)
                .orElse(Rotation.USUAL);
    }

    private static Duration inRange(Duration overlap) {
        if (overlap.compareTo(Rotation.SHORTEST) < 0 || overlap.compareTo(Rotation.LONGEST) > 0) {
            throw Problem.badBody(
                    "'overlapSeconds' must be %d to %d."
                            .formatted(
                                    Rotation.SHORTEST.toSeconds(), Rotation.LONGEST.toSeconds()));
        }
        return overlap;
    }
}
