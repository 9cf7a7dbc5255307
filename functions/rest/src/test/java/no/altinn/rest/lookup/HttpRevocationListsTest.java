package no.altinn.rest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mockwebserver3.MockResponse;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.certificate.TestAuthority;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.time.MutableClock;

import okio.Buffer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;

class HttpRevocationListsTest {
    private static final X509CRL LIST =
            TestAuthority.root("root", MutableClock.at("2026-01-02T03:04:05Z")).crl();

    private final LoopbackServer server = new LoopbackServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void answerList() throws CRLException {
        server.answer(
                new MockResponse.Builder().body(new Buffer().write(LIST.getEncoded())).build());
    }

    private void assertUnavailable(HttpRevocationLists lists, String reason) {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> lists.at(server.uri("/a.crl")))
                .withMessageContaining(reason);
    }

    @Test
    void aListIsReadAsItIsPublished() throws CRLException {
        answerList();

        assertThat(new HttpRevocationLists().at(server.uri("/a.crl"))).isEqualTo(LIST);
    }

    @Test
    void aListThatIsTooLongIsNotRead() throws CRLException {
        int length = LIST.getEncoded().length;
        answerList();
        answerList();

        assertThat(new HttpRevocationLists(length).at(server.uri("/a.crl"))).isEqualTo(LIST);
        assertUnavailable(new HttpRevocationLists(length - 1), "longer");
    }

    @ParameterizedTest
    @CsvSource({"200, x, is no CRL", "200, '', is no CRL", "404, x, 404", "302, x, 302"})
    void anythingElseIsNoList(int status, String body, String reason) {
        server.answer(status, body);

        assertUnavailable(new HttpRevocationLists(), reason);
    }

    @Test
    void aServerThatIsAwayHasNone() {
        HttpRevocationLists lists = new HttpRevocationLists();
        server.close();

        assertUnavailable(lists, "ConnectException");
    }
}
