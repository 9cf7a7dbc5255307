package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A validated bearer token and what it says of its holder. A claim of another form than its own
 * counts as missing. Immutable; it is only made by {@link AltinnTokenValidator}.
 */
public final class AltinnToken {
    private final String value;
    private final Map<String, JsonNode> claims;
    private final Optional<String> org;
    private final Optional<String> orgNumber;
    private final OptionalInt userId;
    private final OptionalInt partyId;
    private final Optional<UUID> partyUuid;
    private final Optional<UUID> systemUser;
    private final int authenticationLevel;
    private final Set<String> scopes;

    AltinnToken(String value, Map<String, JsonNode> claims) {
        Claims read = new Claims(claims);
        this.value = value;
        this.claims = claims;
        this.org = read.text("urn:altinn:org");
        this.orgNumber =
                read.organisationNumber("urn:altinn:orgNumber")
                        .or(() -> Consumer.organisationNumber(read.structure("consumer")));
        this.userId = read.positive("urn:altinn:userid");
        this.partyId = read.positive("urn:altinn:partyid");
        this.partyUuid = read.uuid("urn:altinn:party:uuid");
        this.systemUser = SystemUser.find(read.structure("authorization_details"));
        this.authenticationLevel = read.positive("urn:altinn:authlevel").orElse(0);
        this.scopes = read.words("urn:altinn:scope").orElseGet(() -> scope(read));
    }

    private static Set<String> scope(Claims read) {
        return read.words("scope").orElse(Set.of());
    }

    /** The token as it was sent, to be forwarded. Never log it. */
    public String value() {
        return value;
    }

    /** The service owner's code, such as {@code ttd}. */
    public Optional<String> org() {
        return org;
    }

    /** The organisation's number, nine digits. */
    public Optional<String> orgNumber() {
        return orgNumber;
    }

    /** The user's id, positive. */
    public OptionalInt userId() {
        return userId;
    }

    /** The party's id, positive. */
    public OptionalInt partyId() {
        return partyId;
    }

    /** The party's UUID. */
    public Optional<UUID> partyUuid() {
        return partyUuid;
    }

    /** The system user that the token was issued to. */
    public Optional<UUID> systemUser() {
        return systemUser;
    }

    /** How surely the holder was authenticated; 0 when the token does not say. */
    public int authenticationLevel() {
        return authenticationLevel;
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
        return org.map(code -> "/org/" + code)
                .or(() -> userId.stream().mapToObj(id -> "/user/" + id).findFirst())
                .or(() -> systemUser.map(uuid -> "/systemuser/" + uuid))
                .or(() -> orgNumber.map(number -> "/organisation/" + number));
    }

    /** The session ({@code sid}), else the token's own id ({@code jti}). */
    public Optional<String> sessionId() {
        Claims read = new Claims(claims);
        return read.text("sid").or(() -> read.text("jti"));
    }

    /** Every claim by name, in the names' order; a copy. */
    public Map<String, JsonNode> claims() {
        Map<String, JsonNode> copy = new LinkedHashMap<>();
        claims.keySet().stream()
                .sorted()
                .forEach(name -> copy.put(name, claims.get(name).deepCopy()));
        return Collections.unmodifiableMap(copy);
    }

    /** Tells nothing: tokens and persons never reach a log. */
    @Override
    public String toString() {
        return "AltinnToken";
    }
}
