package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;

import java.net.URI;
import java.util.UUID;

/** The claims that all of Altinn's tokens share. Thread-safe. */
final class AltinnClaims {
    private final URI platformBase;

    AltinnClaims(URI platformBase) {
        this.platformBase = platformBase;
    }

    /**
     * Claims to begin a token with.
     *
     * @param method how the caller logged in
     * @param consumerOrgNo the organisation whose client got the token
     */
    ObjectNode of(String scopes, String method, String consumerOrgNo) {
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer())
                        .put("actual_iss", "altinn-test-tools")
                        .put("token_type", "Bearer")
                        .put("client_id", UUID.randomUUID().toString())
                        .put("scope", scopes)
                        .put("urn:altinn:authenticatemethod", method);
        claims.set("consumer", organisation(consumerOrgNo));
        return claims;
    }

    private String issuer() {
        return platformBase.resolve("/authentication/api/v1/openid/").toString();
    }

    /** An organisation as ISO 6523 names it: 0192 is the Norwegian register. */
    static ObjectNode organisation(String orgNo) {
        return Json.object().put("authority", "iso6523-actorid-upis").put("ID", "0192:" + orgNo);
    }
}
