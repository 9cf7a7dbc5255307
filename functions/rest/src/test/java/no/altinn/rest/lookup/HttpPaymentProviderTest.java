package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.outbound.AddressRule;
import no.altinn.rest.outside.OutsideFailed;
import no.altinn.testing.http.LoopbackServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class HttpPaymentProviderTest {
    private final LoopbackServer server = new LoopbackServer();
    private final HttpPaymentProvider provider = new HttpPaymentProvider(new AddressRule(true));

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean isPaid() {
        return provider.isPaid(server.uri("/status?shop=1"), "p 1");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theProviderSaysWhetherItWasPaid(boolean paid) {
        server.answer(200, "{\"reference\":\"p 1\",\"paid\":%b,\"more\":1}".formatted(paid));

        assertThat(isPaid()).isEqualTo(paid);
        assertThat(server.take().getRequestLine())
                .isEqualTo("GET /status?shop=1&reference=p%201 HTTP/1.1");
    }

    @Test
    void whatTheProviderDoesNotKnowIsNotPaid() {
        server.answer(404, "");

        assertThat(isPaid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "{\"paid\":true}",
                "{\"reference\":\"p 2\",\"paid\":true}",
                "{\"reference\":\"p 1\"}",
                "{\"reference\":\"p 1\",\"paid\":\"true\"}",
                "{\"reference\":\"p 1\",\"paid\":1}",
                "{\"reference\":\"p 1\",\"paid\":true"
            })
    void anAnswerOfAnyOtherKindIsNotBelieved(String answer) {
        server.answer(200, answer);

        assertThatExceptionOfType(OutsideFailed.class)
                .isThrownBy(this::isPaid)
                .withMessage("The payment service did not say whether the payment was made");
    }

    @ParameterizedTest
    @CsvSource({"302", "401", "500"})
    void anErrorIsNoAnswer(int status) {
        server.answer(status, "{\"reference\":\"p 1\",\"paid\":true}");

        assertThatExceptionOfType(OutsideFailed.class)
                .isThrownBy(this::isPaid)
                .withMessage("The payment service answered with the status " + status);
    }

    @Test
    void aProviderThatIsGoneIsAway() {
        URI gone = server.uri("/status");
        server.close();

        assertThatExceptionOfType(OutsideFailed.class)
                .isThrownBy(() -> provider.isPaid(gone, "p 1"))
                .withMessage("The payment service is away");
    }

    @Test
    void anAddressWithinIsNotAsked() {
        HttpPaymentProvider guarded = new HttpPaymentProvider(new AddressRule(false));

        assertThatExceptionOfType(OutsideFailed.class)
                .isThrownBy(() -> guarded.isPaid(server.uri("/status"), "p 1"))
                .withMessage("The payment service is at an address that is not called");
        assertThat(server.requests()).isZero();
    }
}
