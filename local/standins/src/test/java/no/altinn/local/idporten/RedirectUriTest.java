package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.local.oauth.OAuthError;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example",
                "HTTPS://client.example:8443/back?a=b",
                "https://localhost/",
                "https://[2001:db8::1]/",
                "http://localhost:3000/callback",
                "http://localhost",
                "http://LOCALHOST/",
                "https://client.example/?codes=1&a=code&=state",
                "https://client.example/?",
                "http://127.0.0.1:65535/",
                "http://[::1]:1/",
            })
    void httpsMayBeAnywhereAndHttpOnThisMachine(String address) throws OAuthError {
        assertThat(RedirectUri.of(address).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "http://",
                "https://",
                "https://:443/",
                "https://client.example:65536/",
                "https://client.example:x/",
                "https://user@client.example/",
                "https://user:password@client.example/",
                "https://client.example/#",
                "https://client.example/a b",
                "https://client.example/\t",
                "https://client.example%2Fa/",
                "http://client.example/",
                "http://localhost./",
                "http://127.0.0.2/",
                "http://127.1/",
                "http://2130706433/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://localhost:80:80/",
                "ftp://localhost/",
                "https://client.example/?code=1",
                "https://client.example/?a=b&state",
                "https://client.example/?iss=",
                "https://client.example/?error=1",
                "https://client.example/?error_description=1",
                "https://client.example/?%63ode=1",
                "https://client.example/?Code=1",
                "file:///etc/passwd",
                "mailto:a@client.example",
                "vbscript:x",
                "javascript://localhost/%0aalert(1)",
            })
    void everythingElseIsRefused(String address) {
        assertThatThrownBy(() -> RedirectUri.of(address))
                .isInstanceOfSatisfying(
                        OAuthError.class,
                        error -> assertThat(error.code()).isEqualTo("invalid_request"));
    }
}
