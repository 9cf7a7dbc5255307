package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;

/** Who calls the REST API: by certificates of the test tool and by tokens of the stand-ins. */
@ExtendWith(RunningPlatform.class)
final class RestCallersTest {
    private static final String ORGANISATION = "310000001";

    private final Platform platform;
    private final RestClient users;

    RestCallersTest(Platform platform) {
        this.platform = platform;
        this.users = RestClient.ofUsers(platform);
    }

    private Call secure(HttpClient http, String method, String path, RestClient client) {
        return Call.of(http, method, URI.create(platform.secureBase() + "api/" + path))
                .header("ApiKey", client.key())
                .header("Accept", RestClient.HAL_JSON);
    }

    private HttpClient showing(String orgNo) {
        Reply issued = platform.tokens().generated("GetEnterpriseCertificate?orgNo=" + orgNo);
        assertThat(issued.status()).as("%s", issued).isEqualTo(200);
        return new ClientCertificates(platform.keys().server().certificate())
                .showing(issued.body());
    }

    @Test
    void anEnterpriseUserLogsInWithACertificateAndActsForTheOrganisation() {
        Reply login =
                secure(
                                showing(ORGANISATION),
                                "POST",
                                "authentication/authenticatewithpassword?ForceEIAuthentication",
                                users)
                        .json("{UserName:'system310',UserPassword:'Passord-E1'}")
                        .send();

        assertThat(login.status()).as("%s", login).isEqualTo(200);
        Reply box = users.call("GET", "my/messages", RestClient.cookie(login)).send();
        assertThat(box.json().at("/_embedded/messages").findValuesAsText("MessageId"))
                .contains("a5");
    }

    @Test
    void aCertificateIsTheOrganisationsAtEachCall() {
        RestClient organisation = RestClient.ofOrganisation(platform);

        Reply own =
                secure(
                                showing(ORGANISATION),
                                "GET",
                                "enterpriseusers?ForceEIAuthentication=true",
                                organisation)
                        .send();

        assertThat(own.status()).as("%s", own).isEqualTo(200);
        assertThat(own.body()).contains("system310");
        assertThat(
                        secure(
                                        showing("310000003"),
                                        "GET",
                                        "enterpriseusers?ForceEIAuthentication=true",
                                        organisation)
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void whoShowsNoCertificateIsAnsweredByTlsAllTheSame() {
        HttpClient plain =
                new ClientCertificates(platform.keys().server().certificate()).showingNone();

        assertThat(secure(plain, "GET", "metadata", users).send().status()).isEqualTo(200);
        assertThat(
                        secure(plain, "GET", "enterpriseusers?ForceEIAuthentication", users)
                                .header("X-ARR-ClientCert", "MIIB")
                                .send()
                                .json()
                                .path("ErrorMessage")
                                .asText())
                .startsWith("Authorization failed: There is no authenticated organization");
    }

    @Test
    void thePlainPortTakesNoCertificateFromAHeader() {
        Reply issued =
                platform.tokens().generated("GetEnterpriseCertificate?orgNo=" + ORGANISATION);
        String base64 =
                issued.body()
                        .replaceAll("(?s).*-----BEGIN CERTIFICATE-----", "")
                        .replaceAll("(?s)-----END CERTIFICATE-----.*|\\s", "");

        Reply refused =
                RestClient.ofOrganisation(platform)
                        .call("GET", "enterpriseusers?ForceEIAuthentication")
                        .header("X-ARR-ClientCert", base64)
                        .send();

        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void theTestToolSaysWhatItNeeds() {
        assertThat(platform.tokens().generated("GetEnterpriseCertificate").status()).isEqualTo(400);
        assertThat(platform.tokens().generated("GetEnterpriseCertificate?orgNo=12").body())
                .isEqualTo("{\"orgNo\":\"Parameter was supplied with an invalid value\"}");
        assertThat(
                        platform.call("GET", "api/GetEnterpriseCertificate?orgNo=310000001")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    private static ObjectNode living(String issuer, String scope) {
        Instant now = Instant.now();
        return Json.object()
                .put("iss", issuer)
                .put("scope", scope)
                .put("client_id", "client")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(Duration.ofMinutes(2)).getEpochSecond());
    }

    @Test
    void aTokenOfIdPortenIsThePersonsAsItIs() {
        String token =
                platform.keys()
                        .idPorten()
                        .sign(
                                living(platform.base() + "idporten", "altinn:enduser")
                                        .put("pid", "01909012345")
                                        .put("acr", "idporten-loa-high"));

        Reply box = users.call("GET", "my/messages/a3?markAsRead=false").bearer(token).send();

        assertThat(box.status()).as("%s", box).isEqualTo(200);
        assertThat(box.json().path("ServiceCode").asText()).isEqualTo("2002");
    }

    @Test
    void aTokenOfMaskinportenIsTheServiceOwnersAsItIs() {
        ObjectNode claims =
                living(platform.base() + "maskinporten/", "altinn:serviceowner/reportees");
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:991825827");
        String token = platform.keys().maskinporten().sign(claims);

        Reply reportees =
                RestClient.ofServiceOwners(platform)
                        .call("GET", "serviceowner/reportees?subject=01909012345")
                        .bearer(token)
                        .send();

        assertThat(reportees.status()).as("%s", reportees).isEqualTo(200);
        assertThat(reportees.json().findValuesAsText("OrganizationNumber"))
                .contains("310000001", "310000002");
    }
}
