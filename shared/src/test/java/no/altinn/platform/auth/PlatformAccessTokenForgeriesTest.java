package no.altinn.platform.auth;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;
import no.altinn.testing.jose.TestCertificates;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class PlatformAccessTokenForgeriesTest extends AcceptorContract {
    private final Genuine genuine =
            genuine(
                    Json.object()
                            .put("iss", "platform")
                            .put("urn:altinn:app", "apps-test")
                            .put("exp", NOW.plusSeconds(300).getEpochSecond())
                            .put("nbf", NOW.getEpochSecond()));
    private final X509Certificate certificate =
            TestCertificates.selfSigned(KEYS, NOW.minus(Duration.ofDays(1)), NOW.plusSeconds(600));
    private final PlatformAccessTokenValidator validator =
            new PlatformAccessTokenValidator(
                    issuer -> Optional.of(certificate).filter(found -> issuer.equals("platform")),
                    clock);

    @Override
    Genuine genuine() {
        return genuine;
    }

    @Override
    void accept(String jwt) throws InvalidToken {
        validator.validate(jwt);
    }

    @Override
    Stream<Forgery> ownForgeries() {
        return Stream.concat(Forgeries.ofIssuer(genuine).stream(), apps().stream());
    }

    private List<Forgery> apps() {
        return Stream.of("\"\"", "\" \"", "\"\\n\"", "null", "[\"apps-test\"]", "{}", "0", "true")
                .map(
                        app ->
                                new Forgery(
                                        "the app " + app,
                                        "tokens §2",
                                        genuine.claims(
                                                claims ->
                                                        claims.set(
                                                                "urn:altinn:app",
                                                                Json.parse(app)))))
                .toList();
    }
}
