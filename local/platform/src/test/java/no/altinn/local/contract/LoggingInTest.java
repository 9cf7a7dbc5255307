package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person logs in to a client, as the documentation shows it. */
@ExtendWith(RunningPlatform.class)
final class LoggingInTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CLIENT =
            "client_id=my-app&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    // The example of RFC 7636 appendix B.
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final Platform platform;

    LoggingInTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aPersonLogsInAndTheClientGetsATokenOfThePublishedKey() {
        JsonNode provider =
                platform.call("GET", "idporten/.well-known/openid-configuration").send().json();
        Reply login =
                post(
                        provider.path("authorization_endpoint").asText(),
                        CLIENT
                                + "&response_type=code&scope=openid+altinn:events.subscribe"
                                + "&code_challenge_method=S256&code_challenge="
                                + CHALLENGE
                                + "&pid=01909012345");
        Matcher code = CODE.matcher(login.header("Location").orElse(""));
        assertThat(code.find()).as("%s", login).isTrue();

        Reply tokens =
                post(
                        provider.path("token_endpoint").asText(),
                        CLIENT
                                + "&grant_type=authorization_code&code="
                                + code.group(1)
                                + "&code_verifier="
                                + VERIFIER);

        DecodedJWT token = JWT.decode(tokens.json().path("access_token").asText());
        assertThat(token.getIssuer()).isEqualTo(platform.base() + "idporten");
        assertThat(token.getClaim("pid").asString()).isEqualTo("01909012345");
        assertThat(platform.get(provider.path("jwks_uri").asText()).send().json().path("keys"))
                .extracting(key -> key.path("kid").asText())
                .containsExactly(token.getKeyId());
    }

    private Reply post(String address, String form) {
        String path = address.substring(platform.base().toString().length());
        return platform.call("POST", path).body(FORM, form).send();
    }
}
