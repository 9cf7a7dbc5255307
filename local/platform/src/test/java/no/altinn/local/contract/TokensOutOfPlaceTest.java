package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Good tokens of other types in the place of a platform access token, and of a grant. */
@ExtendWith(RunningPlatform.class)
final class TokensOutOfPlaceTest {
    /** A token that is good elsewhere. */
    record Stray(String what, Function<TokensOfOthers, String> token) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Stray> OF_OTHERS =
            List.of(
                    new Stray("Maskinporten's token", TokensOfOthers::maskinporten),
                    new Stray("ID-porten's token", TokensOfOthers::idPorten),
                    new Stray("an ID token", TokensOfOthers::idToken),
                    new Stray("a client's grant", TokensOfOthers::grant));

    static final List<Stray> NO_GRANTS =
            Stream.concat(
                            OF_OTHERS.stream().limit(3),
                            Stream.of(
                                    altinns("a bearer token", Tokens::ttd),
                                    altinns("a platform access token", Tokens::platform)))
                    .toList();

    private final Platform platform;

    TokensOutOfPlaceTest(Platform platform) {
        this.platform = platform;
    }

    private static Stray altinns(String what, Function<Tokens, String> token) {
        return new Stray(what, others -> token.apply(others.platform().tokens()));
    }

    @ParameterizedTest
    @FieldSource("OF_OTHERS")
    void anothersTokenOpensNoPrivateEndpoint(Stray stray) {
        String token = stray.token().apply(new TokensOfOthers(platform));
        for (Endpoint endpoint : Endpoint.forThePlatform()) {
            Reply reply = endpoint.on(platform).platformAccess(token).send();
            assertThat(reply.status()).as("%s at %s", reply, endpoint).isEqualTo(401);
            assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("NO_GRANTS")
    void aTokenIsNoGrant(Stray stray) {
        Reply reply = asking(stray.token().apply(new TokensOfOthers(platform)));
        assertThat(reply.status()).isEqualTo(400);
        // Its issuer is no client.
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(reply.json().path("error_description").asText()).startsWith("MP-100: ");
    }

    private Reply asking(String grant) {
        return platform.call("POST", "maskinporten/token")
                .body(
                        "application/x-www-form-urlencoded",
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                                + URLEncoder.encode(grant, StandardCharsets.UTF_8))
                .send();
    }
}
