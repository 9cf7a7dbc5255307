package no.altinn.local.tokens;

import no.altinn.platform.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token as people read it: header and claims, without the signature. */
final class TokenDump {
    private TokenDump() {}

    /** Renders a token in compact form. */
    static String of(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        return pretty(parts[0]) + "\n.\n" + pretty(parts[1]);
    }

    private static String pretty(String base64Url) {
        byte[] json = Base64.getUrlDecoder().decode(base64Url);
        return Json.parse(new String(json, StandardCharsets.UTF_8)).toPrettyString();
    }
}
