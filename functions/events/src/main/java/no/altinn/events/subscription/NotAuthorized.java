package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Decision;

import java.util.OptionalInt;

/** The policy of a resource does not permit the subscription. The caller reads the message. */
public final class NotAuthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotAuthorized(String message) {
        super(message);
    }

    /**
     * Names the level that would do, where the level alone is what the caller lacks.
     *
     * @param decision one that does not permit at the caller's level
     */
    static NotAuthorized by(Decision decision, AltinnToken caller, String resource) {
        String refusal =
                "Not authorized to create a subscription for resource %s.".formatted(resource);
        OptionalInt asked = decision.levelAskedOf(caller);
        return new NotAuthorized(
                asked.isEmpty()
                        ? refusal
                        : "%s It asks for authentication level %d, and the token has level %d."
                                .formatted(
                                        refusal, asked.getAsInt(), caller.authenticationLevel()));
    }
}
