package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

class BasicCredentialsTest {
    private static Optional<BasicCredentials> read(String header) {
        return BasicCredentials.of(request(Map.of("authorization", header)));
    }

    private static Request request(Map<String, String> headers) {
        return new Request("GET", URI.create("http://localhost/"), headers, "");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void userAndPasswordAreOnTheTwoSidesOfTheFirstColon() {
        assertThat(read(basic("user:pass"))).contains(new BasicCredentials("user", "pass"));
        assertThat(read(basic("æ:1:2\n "))).contains(new BasicCredentials("æ", "1:2\n "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic dTpw", "BASIC dTpw", "Basic   dTpw "})
    void theSchemeMayBeInAnyCase(String header) {
        assertThat(read(header)).contains(new BasicCredentials("u", "p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic §", "Basicd dTpw", "Bearer dTpw", "dTpw"})
    void anotherHeaderHasNone(String header) {
        assertThat(read(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "user", "user:", ":pass"})
    void neitherIsEmpty(String pair) {
        assertThat(read(basic(pair))).isEmpty();
    }

    @Test
    void aRequestWithoutTheHeaderHasNone() {
        assertThat(BasicCredentials.of(request(Map.of()))).isEmpty();
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(new BasicCredentials("user", "pass")).hasToString("BasicCredentials[user]");
    }
}
