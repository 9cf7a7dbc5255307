package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.Validity;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender of a refused token is told. It is no more than the sender can read from the token
 * itself: which keys, certificates and issuers are accepted stays in the log. Thread-safe.
 */
public final class TokenAdvice {
    private static final String NOT_ACCEPTED = "It is not accepted here.";

    private final URI base;
    private final Clock clock;

    /**
     * Advice to the clients of one platform.
     *
     * @param base the platform's own address, below which tokens are exchanged
     */
    public TokenAdvice(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** About a refused bearer token, as it was sent. */
    String onBearer(String jwt) {
        return "The bearer token is not valid. " + read(jwt, this::elsewhere, clock.instant());
    }

    /**
     * About a refused bearer token of any issuer, where tokens need no exchange.
     *
     * @param jwt the token as it was sent
     */
    public static String onAnyBearer(String jwt, Instant now) {
        return "The bearer token is not valid. " + read(jwt, TokenAdvice::platformAccess, now);
    }

    /**
     * Why a bearer token is refused, for the log: the reason, and where the token belongs if it
     * belongs elsewhere.
     *
     * @param jwt the token as it was sent
     */
    String reasonOnBearer(String jwt, InvalidToken why) {
        return reason(jwt, why, this::elsewhere);
    }

    /** About a refused platform access token, as it was sent. */
    String onPlatformAccess(String jwt) {
        return "The platform access token in the header %s is not valid. "
                        .formatted(PlatformAccessToken.HEADER)
                + read(jwt, claims -> Optional.empty(), clock.instant());
    }

    /**
     * About a refused token that should have been exchanged, as it was sent.
     *
     * @param provider the name of the token's provider in the path of the exchange, in any case
     */
    public String onExchange(String jwt, String provider) {
        return "The bearer token is not exchanged. "
                + read(jwt, claims -> notOf(provider, claims), clock.instant());
    }

    /**
     * Why a token is not exchanged, for the log: the reason, and where the token belongs if it
     * belongs elsewhere.
     *
     * @param jwt the token as it was sent
     * @param provider the name of the token's provider in the path of the exchange, in any case
     */
    public String reasonOnExchange(String jwt, String provider, InvalidToken why) {
        return reason(jwt, why, claims -> notOf(provider, claims));
    }

    /** What the claims of a token tell of the place where it should have been sent. */
    @FunctionalInterface
    private interface Misplaced {
        Optional<String> told(Map<String, JsonNode> claims);
    }

    private static String read(String jwt, Misplaced misplaced, Instant now) {
        try {
            Map<String, JsonNode> claims = CompactJws.read(jwt).claims();
            Optional<String> told = misplaced.told(claims);
            if (told.isPresent()) {
                return told.get();
            }
            Validity.of(claims).requireAt(now);
            return NOT_ACCEPTED;
        } catch (InvalidToken e) {
            // Form and dates are all that is looked at here, and the sender can look at them, too.
            return e.getMessage() + ".";
        }
    }

    private static String reason(String jwt, InvalidToken why, Misplaced misplaced) {
        try {
            return misplaced
                    .told(CompactJws.read(jwt).claims())
                    .map(place -> why.getMessage() + ". " + place)
                    .orElse(why.getMessage());
        } catch (InvalidToken unreadable) {
            return why.getMessage();
        }
    }

    private Optional<String> elsewhere(Map<String, JsonNode> claims) {
        return otherProviders(claims).or(() -> platformAccess(claims));
    }

    private Optional<String> otherProviders(Map<String, JsonNode> claims) {
        return provider(claims)
                .map(
                        provider ->
                                ("It is a token of %s. Exchange it first at %s, and"
                                                + " send the token of the answer.")
                                        .formatted(provider.title(), exchange(provider)));
    }

    private Optional<String> notOf(String asked, Map<String, JsonNode> claims) {
        if (issuer(claims).filter(this::isAltinns).isPresent()) {
            return Optional.of("It is a token of Altinn already, and needs no exchange.");
        }
        return provider(claims)
                .filter(provider -> !provider.code().equalsIgnoreCase(asked))
                .map(
                        provider ->
                                "It is a token of %s, which is exchanged at %s."
                                        .formatted(provider.title(), exchange(provider)));
    }

    private static Optional<String> platformAccess(Map<String, JsonNode> claims) {
        return claims.containsKey("urn:altinn:app")
                ? Optional.of(
                        "It is a platform access token, which belongs in the header %s."
                                .formatted(PlatformAccessToken.HEADER))
                : Optional.empty();
    }

    private URI exchange(OutsideProvider provider) {
        return base.resolve("/authentication/api/v1/exchange/" + provider.code());
    }

    private boolean isAltinns(String issuer) {
        return issuer.equals(base.resolve("/authentication/api/v1/openid/").toString());
    }

    private static Optional<OutsideProvider> provider(Map<String, JsonNode> claims) {
        return issuer(claims).flatMap(OutsideProvider::of);
    }

    private static Optional<String> issuer(Map<String, JsonNode> claims) {
        return Optional.ofNullable(claims.get("iss")).map(JsonNode::textValue);
    }
}
