package no.altinn.platform.auth;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.jose.TestTokens;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class AltinnTokenForgeriesTest extends AcceptorContract {
    private final Genuine genuine = genuine(new TestTokens(clock, KEYS).claims());
    private final AltinnTokenValidator validator =
            new AltinnTokenValidator(
                    new KeySet(List.of(new KeySet.Key(KEYS.kid(), KEYS.publicKey()))),
                    new TokenIssuers(Set.of(TestTokens.ISSUER), true),
                    clock);

    @Override
    Genuine genuine() {
        return genuine;
    }

    @Override
    void accept(String jwt) throws InvalidToken {
        validator.validate(jwt).identity();
    }

    @Override
    Stream<Forgery> ownForgeries() {
        return Stream.of(
                        Forgeries.ofKeyId(genuine, trap()),
                        Forgeries.ofIssuer(genuine),
                        platformAccessTokens())
                .flatMap(List::stream);
    }

    private List<Forgery> platformAccessTokens() {
        return Stream.of("\"apps-test\"", "\"\"", "null", "[]", "{}", "0", "false")
                .map(
                        app ->
                                new Forgery(
                                        "a platform access token of the app " + app,
                                        "RFC 8725 §2.8, tokens §1",
                                        genuine.claims(
                                                claims ->
                                                        claims.set(
                                                                "urn:altinn:app",
                                                                Json.parse(app)))))
                .toList();
    }
}
