package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.RsaAlgorithm;
import no.altinn.platform.jose.SigningKeyRing;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Issues Altinn's tokens, each with an id of its own. Thread-safe. */
public final class AltinnTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Set<RsaAlgorithm> RS256 = Set.of(RsaAlgorithm.RS256);

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

    /**
     * A signed token with these claims that is good for 30 minutes from now.
     *
     * @throws InvalidToken if no receiver would accept it, because it would be longer than 16 KiB
     */
    String issue(ObjectNode claims) throws InvalidToken {
        Instant now = clock.instant();
        return issue(claims, now, LongNode.valueOf(now.plus(LIFETIME).getEpochSecond()));
    }

    /**
     * A signed token with these claims that is good from now.
     *
     * @param end the claim {@code exp}, a number of seconds
     * @throws InvalidToken if the end has passed, or is further away than {@link
     *     SigningKeyRing#LONGEST_TOKEN}, when the key may be gone; or if no receiver would accept
     *     the token, because it would be longer than 16 KiB
     */
    String issueUntil(JsonNode end, ObjectNode claims) throws InvalidToken {
        Instant now = clock.instant();
        BigDecimal seconds = end.decimalValue();
        // The outside token was accepted with some leeway; what is issued must be good for itself.
        if (seconds.compareTo(seconds(now)) <= 0) {
            throw new InvalidToken("The token has ended");
        }
        if (seconds.compareTo(seconds(now.plus(SigningKeyRing.LONGEST_TOKEN))) > 0) {
            throw new InvalidToken("The token is good for longer than a day");
        }
        return issue(claims, now, end);
    }

    private static BigDecimal seconds(Instant moment) {
        return BigDecimal.valueOf(moment.getEpochSecond())
                .add(BigDecimal.valueOf(moment.getNano(), 9));
    }

    private String issue(ObjectNode claims, Instant now, JsonNode end) throws InvalidToken {
        ObjectNode issued =
                claims.deepCopy()
                        .put("iss", issuer.toString())
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("jti", ids.get().toString());
        return acceptable(keys.current().sign(issued.set("exp", end)));
    }

    /** What was added makes a token longer than the one that it is made of. */
    private static String acceptable(String jwt) throws InvalidToken {
        try {
            CompactJws.read(jwt, RS256);
            return jwt;
        } catch (InvalidToken e) {
            throw new InvalidToken(
                    "No receiver would accept what it becomes: " + e.getMessage(), e);
        }
    }
}
