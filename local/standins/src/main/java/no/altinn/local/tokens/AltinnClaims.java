package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.UUID;

/** The claims that several kinds of Altinn's tokens share. Thread-safe. */
final class AltinnClaims {
    /** Marks test tokens. */
    static final String ACTUAL_ISSUER = "altinn-test-tools";

    private final URI platformBase;

    AltinnClaims(URI platformBase) {
        this.platformBase = platformBase;
    }

    /**
     * Claims to begin a token with.
     *
     * @param method how the caller logged in
     * @param consumer whose client got the token
     */
    ObjectNode of(String scopes, String method, ObjectNode consumer) {
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer())
                        .put("actual_iss", ACTUAL_ISSUER)
                        .put("token_type", "Bearer")
                        .put("client_id", UUID.randomUUID().toString())
                        .put("scope", scopes)
                        .put("urn:altinn:authenticatemethod", method);
        return claims.set("consumer", consumer);
    }

    private String issuer() {
        return platformBase.resolve("/authentication/api/v1/openid/").toString();
    }

    /** Names the client that got the token, if the request says which. */
    static void setClient(TokenParameters parameters, ObjectNode claims) {
        parameters
                .optional("clientId", Format.IDENTIFIER)
                .ifPresent(client -> claims.put("client_id", client));
    }

    /** Adds who acts on behalf of the consumer, if anyone does. */
    static void addSupplier(TokenParameters parameters, ObjectNode claims) {
        parameters
                .optional("supplierOrgNo", Format.ORG_NUMBER)
                .ifPresent(orgNo -> claims.set("supplier", Iso6523Organisation.of(orgNo)));
    }

    /** Adds where it says that the supplier may, if the request says so. */
    static void addDelegationSource(TokenParameters parameters, ObjectNode claims) {
        parameters
                .optional("delegationSource", Format::isUri)
                .ifPresent(source -> claims.put("delegation_source", source));
    }
}
