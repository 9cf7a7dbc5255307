package no.altinn.local.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.http.Request;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

class OAuthParametersTest {
    private static final URI ADDRESS = URI.create("http://localhost/token?scope=of+query");

    private static Request request(String contentType, String body) {
        return new Request("POST", ADDRESS, Map.of("content-type", contentType), body);
    }

    private static OAuthParameters form(String body) throws OAuthError {
        return OAuthParameters.ofForm(request("application/x-www-form-urlencoded", body));
    }

    private static void assertRefused(ThrowingCallable call, String description) {
        assertThatExceptionOfType(OAuthError.class)
                .isThrownBy(call)
                .withMessage("invalid_request: " + description)
                .satisfies(error -> assertThat(error.code()).isEqualTo("invalid_request"));
    }

    @Test
    void aQueryAndAFormAreReadApart() throws OAuthError {
        Request request =
                request("Application/X-WWW-Form-URLencoded; charset=utf-8", "scope=a%20b");

        assertThat(OAuthParameters.ofForm(request).required("scope")).isEqualTo("a b");
        assertThat(OAuthParameters.ofQuery(request).required("scope")).isEqualTo("of query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json", "multipart/form-data"})
    void anythingElseIsNoForm(String contentType) {
        assertRefused(
                () -> OAuthParameters.ofForm(request(contentType, "scope=a")),
                "Content-Type must be application/x-www-form-urlencoded");
    }

    @Test
    void aRequestThatDoesNotSayWhatItSendsSendsNoForm() {
        assertRefused(
                () -> OAuthParameters.ofForm(new Request("POST", ADDRESS, Map.of(), "scope=a")),
                "Content-Type must be application/x-www-form-urlencoded");
    }

    @Test
    void aPercentEscapeMustBeOne() {
        assertRefused(() -> form("scope=%zz"), "The form has a malformed percent escape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=", "scope", "other=a"})
    void whatIsEmptyIsLeftOut(String body) throws OAuthError {
        OAuthParameters form = form(body);

        assertThat(form.optional("scope")).isEmpty();
        assertRefused(() -> form.required("scope"), "scope must be there");
        assertRefused(() -> form.requiredAsSent("scope"), "scope must be there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=a&scope=b", "scope=a&scope=a", "scope=a&SCOPE=a"})
    void nothingIsThereTwice(String body) throws OAuthError {
        OAuthParameters form = form(body);

        assertRefused(() -> form.optional("scope"), "scope must be there only once");
        assertRefused(() -> form.requiredAsSent("scope"), "scope must be there only once");
    }

    @ParameterizedTest
    @CsvSource({"%C3%A5", "a%0D%0Ab", "%00", "%7F", "%F0%9F%98%80"})
    void aValueIsPlainAscii(String value) throws OAuthError {
        OAuthParameters form = form("state=" + value);

        assertRefused(() -> form.optional("state"), "state must be plain ASCII");
    }

    @Test
    void aValueHasABound() throws OAuthError {
        OAuthParameters form =
                form(
                        "fits="
                                + "a".repeat(OAuthParameters.MAX_LENGTH)
                                + "&not="
                                + "a".repeat(4_001));

        assertThat(form.required("fits")).hasSize(4_000);
        assertRefused(() -> form.required("not"), "not is too long");
        assertThat(form.optional("not", 4_001)).isPresent();
    }

    @Test
    void whatIsWantedAsItWasSentMayBeAnything() throws OAuthError {
        assertThat(form("assertion=%C3%A5%0A" + "a".repeat(10_000)).requiredAsSent("assertion"))
                .isEqualTo("å\n" + "a".repeat(10_000));
    }

    @Test
    void aValueThatIsKnownBeforehandMustBeThatOne() throws OAuthError {
        OAuthParameters form = form("method=S256");

        form.requireJust("method", "S256");
        assertRefused(() -> form.requireJust("method", "plain"), "method must be plain");
        assertRefused(() -> form.requireJust("other", "plain"), "other must be there");
    }
}
