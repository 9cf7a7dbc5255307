package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Clock;
import java.util.List;

/**
 * A ring in the middle of a rotation: one key signs, the other will.
 *
 * @param current the one that signs
 * @param next the one that is published only
 */
public record FixedKeys(SigningKey current, SigningKey next) implements SigningKeyRing {

    private static final FixedKeys RING =
            new FixedKeys(TestSigningKeys.create(), TestSigningKeys.create());

    /** A ring; the same one in the whole process, since making keys takes long. */
    public static FixedKeys ring() {
        return RING;
    }

    @Override
    public List<PublishedKey> published() {
        return List.of(next.published(), current.published());
    }

    /** The claims of a token that a resource server would trust at this time. */
    public ObjectNode claims(String jwt, Clock clock) {
        ObjectNode claims = Json.object();
        try {
            new JwtVerifier(new RingSigningKeys(this), clock).verify(jwt).forEach(claims::set);
        } catch (InvalidToken e) {
            throw new AssertionError("No good token was issued", e);
        }
        return claims;
    }
}
