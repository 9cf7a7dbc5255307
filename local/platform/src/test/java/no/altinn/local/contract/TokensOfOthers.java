package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import java.time.Instant;
import java.util.function.Function;

/**
 * Tokens of those around Altinn, made with their own keys: each is good in its place. A client has
 * no key among these; skd's does for one.
 */
record TokensOfOthers(Platform platform) {

    /** Signs with one of the keys. */
    TokenForge forge(Function<LocalKeys, SigningKey> key) {
        return new TokenForge(key.apply(platform.tokens().keys()));
    }

    /** Maskinporten's for organisation 310000001. */
    String maskinporten() {
        return forge(LocalKeys::maskinporten).sign(maskinportensClaims());
    }

    /** ID-porten's access token for person A. */
    String idPorten() {
        return forge(LocalKeys::idPorten).sign(idPortensClaims());
    }

    /** ID-porten's ID token for person A. */
    String idToken() {
        ObjectNode claims = idPortensClaims().put("aud", "client").put("nonce", "n");
        claims.remove("scope");
        return forge(LocalKeys::idPorten).sign(claims);
    }

    /** What a client signs for itself to get Maskinporten's token. */
    String grant() {
        ObjectNode claims =
                living("client").put("aud", platform.base() + "maskinporten/").put("jti", "a1b2c3");
        return forge(keys -> keys.platformIssuer("skd").orElseThrow()).sign(claims);
    }

    /** What Altinn's own bearer token of ttd says. */
    ObjectNode altinnsClaims() {
        return TokenForge.claimsOf(platform.tokens().ttd());
    }

    ObjectNode maskinportensClaims() {
        ObjectNode claims = living(platform.base() + "maskinporten/");
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:310000001");
        return claims;
    }

    ObjectNode idPortensClaims() {
        return living(platform.base() + "idporten")
                .put("sub", "a1b2c3")
                .put("pid", "01909012345")
                .put("acr", "idporten-loa-high");
    }

    private static ObjectNode living(String issuer) {
        long now = Instant.now().getEpochSecond();
        return Json.object()
                .put("iss", issuer)
                .put("client_id", "client")
                .put("scope", Tokens.SUBSCRIBE)
                .put("iat", now)
                .put("exp", now + 100);
    }
}
