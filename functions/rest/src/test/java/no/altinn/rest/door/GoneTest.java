package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

class GoneTest {
    private final DoorBed bed =
            DoorBed.of(() -> List.of(Route.open("GET", "", visit -> Reply.done())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consentRequests",
                "ConsentRequests/abc",
                "consentrequest/abc?ForceEIAuthentication",
                "authorization/token?authorizationCode=x",
                "serviceowner/consents/x/y",
                "serviceowner/delegationRequests?ForceEIAuthentication=true",
                "serviceowner/DelegationRequests/1",
                "my/authorization/Attachments/r1?messageId=a1&attachmentId=1",
                "my/authorization/Reportee/r1",
                "my/authorization/Rights/r1/rights/2",
                "delegationRequests",
                "delegationRequests/1",
                "my/authorization/apprights",
                "310000001/apprights/1"
            })
    void whatIsNotBuiltIsGoneWhoeverAsks(String path) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD")) {
            assertThat(
                            bed.ask(method, path)
                                    .without("ApiKey")
                                    .with("Origin", "https://other.example")
                                    .answer()
                                    .status())
                    .isEqualTo(410);
        }
    }

    @Test
    void anEnterpriseUserWithATokenOfMaskinportenIsGone() {
        assertThat(
                        bed.get("")
                                .with("X-Altinn-EnterpriseUser-Authentication", "dTpw")
                                .answer()
                                .status())
                .isEqualTo(410);
        assertThat(
                        bed.get("")
                                .with("X-Altinn-EnterpriseUser-Authentication", " ")
                                .answer()
                                .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceEngineExternal/CorrespondenceAgencyExternalBasic.svc",
                "IntermediaryExternal/ReceiptExternal.svc?wsdl",
                "AuthorizationExternal/AdministrationExternalEC.svc/basic"
            })
    void soapIsGone(String address) {
        Request request =
                new Request(
                        "POST",
                        URI.create(DoorBed.BASE + address),
                        Map.of("Content-Type", "text/xml"),
                        "<Envelope/>");

        assertThat(bed.door().answer(request).reply().status()).isEqualTo(410);
        assertThat(
                        bed.ask("POST", "")
                                .with("SOAPAction", "http://www.altinn.no/x")
                                .answer()
                                .status())
                .isEqualTo(410);
    }

    @Test
    void whatIsBelowNoApiIsNotFound() {
        Request request =
                new Request("GET", URI.create(DoorBed.BASE + "apix/metadata"), Map.of(), "");

        assertThat(bed.door().answer(request).reply().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"authorization, 404", "serviceowner, 404", "consent, 404"})
    void whatNeverWasIsNotFound(String path, int status) {
        assertThat(bed.get(path).answer().status()).isEqualTo(status);
    }
}
