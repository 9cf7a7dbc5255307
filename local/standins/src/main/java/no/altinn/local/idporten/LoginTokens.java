package no.altinn.local.idporten;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;

import no.altinn.local.claims.Digdir;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes the tokens of a login, with the claims that ID-porten's have. Thread-safe. */
final class LoginTokens {
    /** How long an access token is valid. */
    static final Duration ACCESS_TOKEN = Duration.ofMinutes(10);

    /** How long an ID token is valid. */
    static final Duration ID_TOKEN = Duration.ofMinutes(2);

    // Of which every client is taken to be.
    private static final String CLIENT_ORGANISATION = Digdir.NUMBER;

    private final SigningKey key;
    private final PairwiseSubjects subjects;
    private final ProviderMetadata metadata;
    private final Clock clock;

    LoginTokens(SigningKey key, ProviderMetadata metadata, Clock clock) {
        this.key = key;
        this.subjects = new PairwiseSubjects(key);
        this.metadata = metadata;
        this.clock = clock;
    }

    /** The tokens as the token endpoint answers them (RFC 6749 §5.1), as JSON text. */
    String issue(Login login, AuthenticatedClient client) {
        Instant now = clock.instant();
        String accessToken = key.sign(accessClaims(login, client, now));
        return Json.object()
                .put("access_token", accessToken)
                .put("id_token", key.sign(idClaims(login, accessToken, now)))
                .put("token_type", "Bearer")
                .put("expires_in", ACCESS_TOKEN.toSeconds())
                .put("scope", login.request().scope())
                .toString();
    }

    private ObjectNode accessClaims(Login login, AuthenticatedClient client, Instant now) {
        ObjectNode claims =
                claims(login, now, ACCESS_TOKEN)
                        // ID-porten says so when no resource was named that the token is for.
                        .put("aud", "unspecified")
                        .put("token_type", "Bearer")
                        .put("client_id", client.id())
                        .put("client_amr", client.method().getValue())
                        .put("client_orgno", CLIENT_ORGANISATION)
                        .put("scope", login.request().scope());
        return claims.set("consumer", Iso6523Organisation.of(CLIENT_ORGANISATION));
    }

    private ObjectNode idClaims(Login login, String accessToken, Instant now) {
        ObjectNode claims =
                claims(login, now, ID_TOKEN)
                        .put("aud", login.request().back().clientId())
                        .put("auth_time", login.at().getEpochSecond())
                        .put("at_hash", hash(accessToken));
        return login.request().nonce().isEmpty()
                ? claims
                : claims.put("nonce", login.request().nonce());
    }

    /** What both tokens say. */
    private ObjectNode claims(Login login, Instant now, Duration lifetime) {
        AuthorizationRequest request = login.request();
        ObjectNode claims =
                Json.object()
                        .put("iss", metadata.issuer())
                        .put("sub", subjects.of(request.back().clientId(), login.person()))
                        .put("pid", login.person().nin())
                        .put("acr", request.assurance().acr())
                        .put("locale", request.locale())
                        .put("sid", login.sessionId())
                        .put("jti", UUID.randomUUID().toString())
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plus(lifetime).getEpochSecond());
        claims.putArray("amr").add(request.assurance().amr());
        return claims;
    }

    /** OpenID Connect Core §3.1.3.6. */
    private static String hash(String accessToken) {
        return AccessTokenHash.compute(new BearerAccessToken(accessToken), JWSAlgorithm.RS256, null)
                .getValue();
    }
}
