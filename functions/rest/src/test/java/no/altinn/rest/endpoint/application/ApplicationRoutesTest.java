package no.altinn.rest.endpoint.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.application.Applications;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

class ApplicationRoutesTest {
    private static final String BODY =
            """
            {"Name":"Skjema","OrganizationNumber":"310000001",
             "Origins":["https://www.eksempel.no"],"Grants":["Message.read","Message.write"]}""";

    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final Applications applications =
            new Applications(
                    new MemoryEntryStore(clock).of(Tables.APPLICATIONS),
                    Category.grants(),
                    UUID::randomUUID,
                    clock);
    private final DoorBed bed = DoorBed.of(new ApplicationRoutes(applications));

    private static DoorBed.Asked platform(DoorBed.Asked asked) {
        return asked.without("ApiKey").with("PlatformAccessToken", "t");
    }

    private Answer enter(String body) {
        return platform(bed.post("private/applications", body)).answer();
    }

    private Answer get(String path) {
        return platform(bed.get(path)).answer();
    }

    @Test
    void anApplicationIsEnteredAndItsKeyShownOnce() {
        Answer entered = enter(BODY);

        assertThat(entered.status()).isEqualTo(201);
        JsonNode told = Json.parse(entered.body());
        String key = told.path("ApiKey").asText();
        String id = told.path("Id").asText();
        assertThat(entered.header("Location"))
                .isEqualTo("https://rest.example/api/private/applications/" + id);
        assertThat(entered.header("Cache-Control")).isEqualTo("no-store");
        assertThat(applications.ofKey(key).orElseThrow().id()).isEqualTo(id);
        assertThat(get("private/applications/" + id).body())
                .isEqualTo(
                        """
                        {"Id":"%s","Name":"Skjema","OrganizationNumber":"310000001",\
                        "Origins":["https://www.eksempel.no"],\
                        "Grants":["Message.read","Message.write"]}"""
                                .formatted(id));
        assertThat(get("private/applications").body()).contains(id).doesNotContain(key);
    }

    @Test
    void anApplicationIsRemoved() {
        String id = Json.parse(enter(BODY).body()).path("Id").asText();
        String path = "private/applications/" + id;

        assertThat(platform(bed.delete(path)).answer().status()).isEqualTo(204);
        assertThat(platform(bed.delete(path)).answer().status()).isEqualTo(404);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get("private/applications").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {} | The member 'Name' is missing.
                    {"Name":"a"} | The member 'OrganizationNumber' is missing.
                    {"Name":"a","OrganizationNumber":"1"} | OrganizationNumber must have nine digits
                    {"Name":"a","OrganizationNumber":"310000001","Origins":"x"} | The member 'Origins' must be a list of texts.
                    """)
    void aBodyThatIsNoApplicationIsRefused(String body, String reason) {
        assertThat(enter(body).status()).isEqualTo(400);
        assertThat(enter(body).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, private/applications",
        "POST, private/applications",
        "GET, private/applications/x",
        "DELETE, private/applications/x"
    })
    void onlyPartsOfThePlatformAreLetIn(String method, String path) {
        assertThat(bed.calledBy(DoorBed.A).ask(method, path).sending(BODY).answer().status())
                .isEqualTo(401);
    }
}
