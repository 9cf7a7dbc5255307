package no.altinn.events.functions;

import no.altinn.events.signing.Rotation;
import no.altinn.events.signing.Scheme;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.Problem;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads how a key is to be replaced. */
final class RotationRequest {
    /** What is read. */
    static final Set<String> MEMBERS = Set.of("overlapSeconds", "scheme");

    private RotationRequest() {}

    /**
     * The rotation.
     *
     * @throws Problem 400 for a member of another type, out of its range, or unknown
     */
    static Rotation of(JsonObject body) {
        return new Rotation(body.text("scheme").map(RotationRequest::scheme), overlap(body));
    }

    private static Scheme scheme(String text) {
        return Scheme.of(text)
                .orElseThrow(() -> Problem.badBody("'scheme' must be 'v1' or 'v1a'."));
    }

    private static Duration overlap(JsonObject body) {
        OptionalInt seconds = body.integer("overlapSeconds");
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
