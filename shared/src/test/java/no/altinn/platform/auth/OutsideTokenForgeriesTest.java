package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.platform.jose.KeySet;
import no.altinn.platform.json.Json;
import no.altinn.testing.forgery.Forgeries;
import no.altinn.testing.forgery.Forgery;
import no.altinn.testing.forgery.Genuine;

import java.util.List;
import java.util.stream.Stream;

/** Tokens of other issuers, whose {@code iss} and claims are for the exchange to check. */
final class OutsideTokenForgeriesTest extends AcceptorContract {
    private final Genuine genuine =
            genuine(
                    Json.object()
                            .put("iss", "https://maskinporten.example/")
                            .put("scope", "altinn:events.publish")
                            .put("exp", NOW.plusSeconds(120).getEpochSecond())
                            .put("iat", NOW.getEpochSecond()));
    private final JwtVerifier verifier =
            new JwtVerifier(
                    new KeySet(List.of(new KeySet.Key(KEYS.kid(), KEYS.publicKey()))), clock);

    @Override
    Genuine genuine() {
        return genuine;
    }

    @Override
    void accept(String jwt) throws InvalidToken {
        verifier.verify(jwt);
    }

    @Override
    Stream<Forgery> ownForgeries() {
        return Forgeries.ofKeyId(genuine, trap()).stream();
    }

    /** Another implementation knows no token to be bad that is accepted here. */
    @Property(tries = 300)
    void whatIsAcceptedIsAcceptedByTheLibraryToo(
            @ForAll("claimNames") String name, @ForAll("jsonValues") JsonNode value) {
        String token = genuine.claims(claims -> claims.set(name, value));
        if (isAccepted(token)) {
            assertThatCode(() -> library().verify(token)).doesNotThrowAnyException();
        }
    }

    private JWTVerifier library() {
        return ((JWTVerifier.BaseVerification)
                        JWT.require(Algorithm.RSA256(KEYS.publicKey(), null))
                                .acceptLeeway(JwtVerifier.LEEWAY.toSeconds())
                                .ignoreIssuedAt())
                .build(clock);
    }

    private boolean isAccepted(String token) {
        try {
            accept(token);
            return true;
        } catch (InvalidToken e) {
            return false;
        }
    }
}
