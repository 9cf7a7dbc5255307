package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.app.Refusals;
import no.altinn.platform.http.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.UUID;

class AppEventRequestTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final String GUID = "f3bb6a3d-2b8b-4a3e-9d3f-0123456789ab";
    private static final String APP = "https://ttd.apps.example/ttd/apps-test";
    private static final String SOURCE = APP + "/instances/50001/" + GUID;

    @Test
    void theServerSetsIdTimeResourceAndInstance() {
        assertThat(read(request(SOURCE, "")).json())
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"app.x\","
                                        .formatted(ID, SOURCE)
                                + "\"subject\":\"/party/50001\",\"time\":\"%s\",".formatted(NOW)
                                + "\"resource\":\"urn:altinn:resource:app_ttd_apps-test\","
                                + "\"resourceinstance\":\"50001/%s\"}".formatted(GUID));
    }

    @Test
    void whatTheAppSaysOfThemIsNotListenedTo() {
        Event event =
                read(
                        request(
                                SOURCE,
                                ",\"id\":\"mine\",\"time\":\"2000-01-01T00:00:00Z\","
                                        + "\"resource\":\"urn:altinn:resource:other\","
                                        + "\"resourceinstance\":\"other\",\"extra\":1"));

        assertThat(event).isEqualTo(read(request(SOURCE, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                APP,
                APP + "/",
                APP + "/instances/50001",
                APP + "/instances/50001/not-a-guid",
                APP + "/instances/50001/" + GUID + "/data",
                APP + "/other/50001/" + GUID
            })
    void aSourceThatIsNoInstanceHasNone(String source) {
        assertThat(read(request(source, "")).resourceInstance()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "type", "subject", "specversion"})
    void aMemberThatIsMissingNullOrEmptyIsTold(String member) {
        for (String raw : new String[] {"", "null", "\"\""}) {
            String others = request(SOURCE, "").replaceFirst("\"" + member + "\":\"[^\"]*\",?", "");
            String request =
                    raw.isEmpty()
                            ? others.replace(",}", "}")
                            : others.replace(",}", "}")
                                    .replaceFirst("\\{", "{\"" + member + "\":" + raw + ",");
            Answer answer = Refusals.answer(() -> read(request));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(
                            "\"detail\":\"Missing parameter values: source,"
                                    + " subject and type cannot be null\"");
        }
    }

    @Test
    void clientsThatAskForMoreAreToldWhichMembersAreMissing() {
        assertThat(
                        Refusals.detail(
                                () -> read("{\"source\":\"%s\",\"type\":null}".formatted(SOURCE))))
                .isEqualTo(
                        "Missing parameter values: source, subject and type cannot be null. Missing"
                                + " here: 'type', 'subject', 'specversion'.");
    }

    @Test
    void membersAreReadInAnyCase() {
        String request =
                "{\"Source\":\"%s\",\"SpecVersion\":\"1.0\",\"TYPE\":\"app.x\",".formatted(SOURCE)
                        + "\"sUBJECT\":\"/party/50001\",\"AlternativeSubject\":\"/org/1\"}";

        assertThat(read(request))
                .isEqualTo(read(request(SOURCE, ",\"alternativesubject\":\"/org/1\"")));
    }

    @Test
    void optionalMembersPassThrough() {
        assertThat(
                        read(request(
                                        SOURCE,
                                        ",\"contenttype\":\"application/json\","
                                                + "\"dataschema\":\"https://s.example/x\","
                                                + "\"data\":{\"b\":1e400,\"a\":null}"))
                                .json())
                .endsWith(
                        ",\"datacontenttype\":\"application/json\","
                                + "\"dataschema\":\"https://s.example/x\","
                                + "\"data\":{\"b\":1e400,\"a\":null}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void anOptionalMemberThatSaysNothingIsLeftOut(String raw) {
        String nothing =
                ",\"alternativesubject\":%s,\"contenttype\":%s,\"dataschema\":%s"
                        .formatted(raw, raw, raw);

        assertThat(read(request(SOURCE, nothing))).isEqualTo(read(request(SOURCE, "")));
    }

    @Test
    void dataThatIsNullIsData() {
        assertThat(read(request(SOURCE, ",\"data\":null")).json()).endsWith(",\"data\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttd/app", "/ttd/app", "a b", "5"})
    void aSourceThatIsNotAbsoluteIsRefused(String source) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> read(request(source, "")))
                .withMessageContaining("/{org}/{app}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/ttd", "https://h", "urn:a:b"})
    void aSourceThatIsTooShortNamesAnAppWithoutName(String source) {
        assertThat(AppEventRequest.read(request(source, "")).app())
                .isEqualTo(new AppSource("", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contenttype | json | 'contenttype' must be a media type",
                "dataschema | x | 'dataschema' must be an absolute URI",
                "alternativesubject | a\\u0000 | 'alternativesubject' must not hold control",
                "alternativesubject | \\ud800 | 'alternativesubject' must not hold control"
            })
    void anOptionalMemberThatIsNotValidIsToldByTheAppsNameForIt(
            String member, String text, String reason) {
        String more = ",\"%s\":\"%s\"".formatted(member, text);

        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> read(request(SOURCE, more)))
                .withMessageContaining(reason);
    }

    @Test
    void aSourceIsHeldToItsRulesBeforeItsAppIsLookedFor() {
        for (String source : new String[] {APP + "\\ud800", APP + "x".repeat(2_048)}) {
            assertThatExceptionOfType(InvalidEvent.class)
                    .isThrownBy(() -> AppEventRequest.read(request(source, "")))
                    .withMessageContaining("'source' must not");
        }
    }

    @Test
    void subjectAndTypeAreHeldToTheirRules() {
        String request = request(SOURCE, "");
        for (String bad : new String[] {"\\ud800", "\\n", "x".repeat(1_025)}) {
            assertThatExceptionOfType(InvalidEvent.class)
                    .isThrownBy(() -> read(request.replace("/party/50001\"", bad + "\"")))
                    .withMessageContaining("'subject'");
            assertThatExceptionOfType(InvalidEvent.class)
                    .isThrownBy(() -> read(request.replace("app.x", bad)))
                    .withMessageContaining("'type'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "1"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThatExceptionOfType(InvalidEvent.class).isThrownBy(() -> read(body));
    }

    @Test
    void whatWasReadCanBeReadAgain() {
        Event event = read(request(SOURCE, ",\"data\":" + EventJson.nested(499)));

        assertThat(EventReader.structured(event.json())).isEqualTo(event);
    }

    private static String request(String source, String more) {
        return "{\"source\":\"%s\",\"specversion\":\"1.0\",\"type\":\"app.x\",".formatted(source)
                + "\"subject\":\"/party/50001\"%s}".formatted(more);
    }

    private static Event read(String json) {
        return AppEventRequest.read(json).event(ID, NOW);
    }
}
