package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.signing.EndPointSecret;
import no.altinn.events.signing.PublicHalf;
import no.altinn.events.signing.Scheme;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.List;

/**
 * Renders what endpoints' owners verify with; what is not set is left out.
 *
 * @param base the platform's own address, ending in a slash
 */
public record SecretJson(URI base) {
    /** Where a page is, below the base. */
    static final String PAGES = "events/api/v1/signing-keys/";

    String of(EndPointSecret secret) {
        ObjectNode object = Json.object().put("scheme", secret.scheme().text());
        if (secret.scheme() == Scheme.V1) {
            object.put("secret", secret.forVerifying());
        } else {
            object.put("publicKey", secret.forVerifying())
                    .put("keys", base.resolve(PAGES + secret.page()).toString());
        }
        object.put("created", secret.created().toString());
        secret.previousExpires().ifPresent(end -> object.put("previousExpires", end.toString()));
        return object.toString();
    }

    /** A JSON Web Key Set (RFC 7517 §5). */
    static String of(List<PublicHalf> halves) {
        ObjectNode set = Json.object();
        ArrayNode keys = set.putArray("keys");
        halves.forEach(half -> keys.add(half.jwk()));
        return set.toString();
    }
}
