package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

class WebhookRequestTest {
    private static final URI HOOK = URI.create("https://hook.example/7");

    @Test
    void headersKeepTheirOrderAndChangeNoMore() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-signature", "v1,a= v1a,b");
        headers.put("webhook-id", "7");
        headers.put("altinn-subscription", "");
        WebhookRequest request = new WebhookRequest(HOOK, "{}", headers);
        headers.put("late", "1");

        assertThat(request.headers())
                .containsExactly(
                        Map.entry("webhook-signature", "v1,a= v1a,b"),
                        Map.entry("webhook-id", "7"),
                        Map.entry("altinn-subscription", ""))
                .isUnmodifiable();
    }

    @Test
    void aRequestMayHaveNoHeadersOfItsOwn() {
        assertThat(WebhookRequest.of(HOOK, "{}"))
                .isEqualTo(new WebhookRequest(HOOK, "{}", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret\r\nhost: evil.example",
                "secret\n",
                "secret\r",
                "secret\0",
                "secret\t",
                "secret\u007f",
                "secret\u00e5",
                "secret\u2028",
                "secret\u010a"
            })
    void aValueThatIsNotPrintableIsRefusedAndNotTold(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookRequest(HOOK, "{}", Map.of("webhook-id", value)))
                .withMessage("The header webhook-id must have printable ASCII characters only")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Webhook-Id",
                "webhook id",
                "webhook-id:",
                "a\r\nb",
                "a\nb",
                "\u00e5",
                "a(b)"
            })
    void aNameThatIsNoTokenInLowerCaseIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookRequest(HOOK, "{}", Map.of(name, "1")))
                .withMessage(
                        "A header's name must be a token in lower case of 1 to 100 characters");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookRequest(HOOK, "{}", Map.of("a".repeat(101), "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "content-length",
                "transfer-encoding",
                "connection",
                "expect",
                "content-type",
                "user-agent",
                "traceparent",
                "upgrade"
            })
    void aHeaderOfTheTransportIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookRequest(HOOK, "{}", Map.of(name, "1")))
                .withMessage("The transport sets the header " + name);
    }
}
