package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A validated bearer token and what it says of its holder. A claim of another form than its own
 * counts as missing, but for a system user: one that cannot be read makes the token bad. Immutable;
 * it is only made by {@link AltinnTokenValidator}.
 */
public final class AltinnToken {
    private static final String AUTHORIZATION_DETAILS = "authorization_details";
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{11}");

    private final String value;
    private final Claims claims;
    private final Set<String> scopes;

    AltinnToken(String value, Map<String, JsonNode> claims) {
        this.value = value;
        this.claims = new Claims(claims);
        this.scopes =
                this.claims
                        .words("urn:altinn:scope")
                        .or(() -> this.claims.words("scope"))
                        .orElse(Set.of());
    }

    /** The token as it was sent, to be forwarded. Never log it. */
    public String value() {
        return value;
    }

    /** The service owner's code, such as {@code ttd}. */
    public Optional<String> org() {
        return claims.code("urn:altinn:org");
    }

    /** The organisation's number, nine digits. */
    public Optional<String> orgNumber() {
        return claims.text("urn:altinn:orgNumber")
                .flatMap(Claims::organisationNumberOf)
                .or(() -> ConsumerClaim.organisationNumber(claims.structure("consumer")));
    }

    /** The user's id, positive. */
    public OptionalInt userId() {
        return claims.positive("urn:altinn:userid");
    }

    /** The person's national identity number, eleven digits. */
    public Optional<String> nationalNumber() {
        return claims.text("pid").filter(number -> NATIONAL_NUMBER.matcher(number).matches());
    }

    /** The party's id, positive. */
    public OptionalInt partyId() {
        return claims.positive("urn:altinn:partyid");
    }

    /** The party's UUID. */
    public Optional<UUID> partyUuid() {
        return claims.text("urn:altinn:party:uuid").flatMap(Claims::uuidOf);
    }

    /** The system user that the token was issued to. */
    public Optional<UUID> systemUser() {
        return SystemUser.find(claims.structure(AUTHORIZATION_DETAILS));
    }

    /** Whether the token tells more of its holder than who it is: such as which system. */
    public boolean hasAuthorizationDetails() {
        return claims.claims().containsKey(AUTHORIZATION_DETAILS);
    }

    /** How surely the holder was authenticated; 0 when the token does not say. */
    public int authenticationLevel() {
        return claims.positive("urn:altinn:authlevel").orElse(0);
    }

    /** What the token may be used for. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Whether the token has exactly this scope; no scope includes another. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /**
     * Who the holder is: {@code /org/{org}}, else {@code /user/{id}}, else {@code
     * /systemuser/{uuid}}, else {@code /organisation/{number}}.
     */
    public Optional<String> identity() {
        return org().map(code -> "/org/" + code)
                .or(() -> userId().stream().mapToObj(id -> "/user/" + id).findFirst())
                .or(() -> systemUser().map(uuid -> "/systemuser/" + uuid))
                .or(() -> orgNumber().map(number -> "/organisation/" + number));
    }

    /** The session ({@code sid}), else the token's own id ({@code jti}). */
    public Optional<String> sessionId() {
        return claims.text("sid").or(() -> claims.text("jti"));
    }

    /** Every claim by name, in the names' order; a copy. */
    public Map<String, JsonNode> claims() {
        Map<String, JsonNode> copy = new TreeMap<>();
        claims.claims().forEach((name, claim) -> copy.put(name, claim.deepCopy()));
        return Collections.unmodifiableMap(copy);
    }

    /** Tells nothing: tokens and persons never reach a log. */
    @Override
    public String toString() {
        return "AltinnToken";
    }
}
