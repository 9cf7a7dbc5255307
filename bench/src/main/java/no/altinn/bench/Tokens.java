package no.altinn.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.jose.TestTokens;

/** Tokens as the platform issues them. */
final class Tokens {
    private Tokens() {}

    /**
     * A service owner's token after the exchange.
     *
     * @param number makes it different from every other
     */
    static String enterprise(TestTokens issuer, int number) {
        return issuer.bearer(claims -> fill(claims, number));
    }

    private static void fill(ObjectNode claims, int number) {
        claims.put("scope", "altinn:events.publish altinn:events.subscribe altinn:serviceowner")
                .put("token_type", "Bearer")
                .put("client_id", "a3a5c5a6-6f5b-4f0e-9e0a-7d0d3c0a1c11")
                .put("jti", "token-" + number)
                .put("urn:altinn:org", "ttd")
                .put("urn:altinn:orgNumber", "991825827")
                .put("urn:altinn:authenticatemethod", "maskinporten")
                .put("urn:altinn:authlevel", 3);
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:991825827");
    }
}
