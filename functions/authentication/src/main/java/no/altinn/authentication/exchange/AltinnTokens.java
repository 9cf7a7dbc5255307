package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.authentication.keys.SigningKeyRing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Issues Altinn's tokens, each with an id of its own. Thread-safe. */
public final class AltinnTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final URI issuer;
    private final SigningKeyRing keys;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /**
     * @param issuer the {@code iss} of every token
     * @param ids gives each token its {@code jti}
     */
    public AltinnTokens(URI issuer, SigningKeyRing keys, Supplier<UUID> ids, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** A signed token with these claims that is good for 30 minutes from now. */
    String issue(ObjectNode claims) {
        Instant now = clock.instant();
        return issue(claims, now, LongNode.valueOf(now.plus(LIFETIME).getEpochSecond()));
    }

    /**
     * A signed token with these claims that is good from now.
     *
     * @param end the claim {@code exp}
     */
    String issueUntil(JsonNode end, ObjectNode claims) {
        return issue(claims, clock.instant(), end);
    }

    private String issue(ObjectNode claims, Instant now, JsonNode end) {
        ObjectNode issued =
                claims.deepCopy()
                        .put("iss", issuer.toString())
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("jti", ids.get().toString());
        return keys.current().sign(issued.set("exp", end));
    }
}
