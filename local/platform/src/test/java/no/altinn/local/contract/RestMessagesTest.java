package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;

/** The message box of the REST API, as users find it on one machine. */
@ExtendWith(RunningPlatform.class)
final class RestMessagesTest {
    private static final String FORM =
            """
            {"Type":"FormTask","ServiceCode":"1001","ServiceEdition":1,"_embedded":{"forms":[
            {"Type":"MainForm","DataFormatId":"5000","DataFormatVersion":"40000",
            "FormData":"<Skjema><navn>Åse</navn></Skjema>"}],"attachments":[]}}""";

    private final Platform platform;
    private final RestClient client;

    RestMessagesTest(Platform platform) {
        this.platform = platform;
        this.client = RestClient.ofUsers(platform);
    }

    @Test
    void aUserLogsInAndReadsTheBoxAsHal() {
        String cookie = client.logIn("OLA", "Passord-A1");

        Reply box = client.call("GET", "my/messages", cookie).send();

        assertThat(box.status()).as("%s", box).isEqualTo(200);
        assertThat(box.contentType()).startsWith(RestClient.HAL_JSON);
        assertThat(box.json().at("/_links/self/href").asText())
                .isEqualTo(platform.base() + "api/my/messages");
        assertThat(box.json().at("/_embedded/messages").findValuesAsText("MessageId"))
                .contains("a1", "a2", "a3", "b4");
        assertThat(
                        client.call("GET", "my/messages/a1?markAsRead=false", cookie)
                                .send()
                                .json()
                                .at("/_links/attachment/0/fileName")
                                .asText())
                .isEqualTo("brev.pdf");
    }

    @Test
    void anEnterpriseUserWithoutTheCertificateIsRefused() {
        assertThat(client.tryToLogIn("system310", "Passord-E1").status()).isEqualTo(401);
        assertThat(client.tryToLogIn("ola", "Passord-B1").status()).isEqualTo(401);
    }

    @Test
    void aUserActsForTheOrganisationsThatGaveRolesAndNoOther() {
        String cookie = client.logIn("kari", "Passord-B1");

        assertThat(
                        client.call("GET", "reportees", cookie)
                                .send()
                                .json()
                                .findValuesAsText("OrganizationNumber"))
                .containsExactly("310000001");
        assertThat(client.call("GET", "310000001/messages", cookie).send().body())
                .contains("\"a5\"");
        assertThat(client.call("GET", "310000002/messages", cookie).send().status()).isEqualTo(403);
    }

    @Test
    void aFormInJsonIsSentInAndArchived() {
        assertArchived(client.call("POST", "my/messages").json(FORM));
    }

    @Test
    void aFormInHalXmlIsSentInAndArchived() {
        assertArchived(
                client.call("POST", "my/messages")
                        .body(
                                RestClient.HAL_XML,
                                """
                                <resource rel="message"><Type>FormTask</Type>
                                <ServiceCode>1001</ServiceCode><ServiceEdition>1</ServiceEdition>
                                <resource rel="forms"><resource rel="form"><Type>MainForm</Type>
                                <DataFormatId>5000</DataFormatId>
                                <DataFormatVersion>40000</DataFormatVersion>
                                <FormData>&lt;Skjema>&lt;navn>Åse&lt;/navn>&lt;/Skjema></FormData>
                                </resource></resource></resource>"""));
    }

    private void assertArchived(Call submission) {
        String cookie = client.logIn("ola", "Passord-A1");

        Reply sent = submission.header("Cookie", cookie).send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        String address = sent.header("Location").orElseThrow();
        assertThat(address).matches(platform.base() + "api/my/messages/b[0-9]+");
        Reply archived =
                client.call("GET", "my" + URI.create(address).getPath().substring(7), cookie)
                        .send();
        assertThat(archived.json().path("Status").asText()).isEqualTo("Sendt og arkivert");
        assertThat(archived.json().path("ServiceCode").asText()).isEqualTo("1001");
    }

    @Test
    void aMessageOfAHigherLevelSaysWhichLevelItNeeds() {
        String cookie = client.logIn("ola", "Passord-A1");

        Reply refused = client.call("GET", "my/messages/a3", cookie).send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("ErrorMessage").asText())
                .isEqualTo(
                        "This operation requires authentication level 3 Current level is only 1");
    }
}
