package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events that apps register, and the reads by app and by party. */
@ExtendWith(RunningPlatform.class)
final class AppEventsTest {
    private static final String PERSON_A = "50000001";
    private static final String PERSON_B = "50000002";
    private static final String MAIN_UNIT = "51000001";
    private static final String SUB_UNIT = "51000002";

    private final Platform platform;
    private final Tokens tokens;
    private final String app = Platform.app();
    private final Instant start = Instant.now();

    AppEventsTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @Test
    void aRegisteredEventIsAnsweredWithItsIdAndItsSubjectAsLocation() {
        Reply reply = register(PERSON_A, "");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(UUID.fromString(reply.json().textValue())).isNotNull();
        assertThat(reply.header("Location")).contains("/party/" + PERSON_A);
    }

    @Test
    void theServerSetsIdTimeResourceAndInstance() {
        Reply made =
                register(
                        PERSON_A,
                        ",\"data\":{\"n\":1e400},\"dataschema\":\"https://x.no/s\","
                                + "\"contenttype\":\"application/json\","
                                + "\"alternativesubject\":\"/person/01909012345\"");
        JsonNode event = ofApp("after=0").json().path(0);

        assertThat(event.path("id")).isEqualTo(made.json());
        assertThat(event.path("resource").asText()).isEqualTo("urn:altinn:resource:app_ttd_" + app);
        assertThat(event.path("resourceinstance").asText()).matches(PERSON_A + "/[0-9a-f-]{36}");
        assertThat(event.path("source").asText()).endsWith(event.path("resourceinstance").asText());
        assertThat(Instant.parse(event.path("time").asText())).isBetween(start, Instant.now());
        assertThat(event.path("time").asText()).endsWith("Z");
        assertThat(event.path("subject").asText()).isEqualTo("/party/" + PERSON_A);
        assertThat(event.path("alternativesubject").asText()).isEqualTo("/person/01909012345");
        assertThat(event.path("dataschema").asText()).isEqualTo("https://x.no/s");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(ofApp("after=0").body()).contains("\"data\":{\"n\":1e400}");
    }

    @Test
    void propertyNamesAreReadInAnyCaseAndUnknownOnesIgnored() {
        Reply reply =
                app(
                        "{\"Source\":\"%s\",\"SPECVERSION\":\"1.0\",\"Type\":\"app.x\",\"sUbject\":\"/party/1\",\"Strange\":{}}"
                                .formatted(source(PERSON_A)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void everyRequestIsANewEvent() {
        register(PERSON_A, "");
        register(PERSON_A, "");
        assertThat(ofApp("after=0").ids()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anAppIsReadInPagesThatEndWithoutNext() {
        for (int i = 0; i < 5; i++) {
            register(PERSON_A, "");
        }
        List<String> all = ofApp("after=0").ids();
        Reply first = ofApp("after=0&size=2");
        Reply second = platform.get(first.next()).bearer(tokens.ttd()).send();
        Reply third = platform.get(second.next()).bearer(tokens.ttd()).send();
        Reply fourth = platform.get(third.next()).bearer(tokens.ttd()).send();

        assertThat(first.ids()).isEqualTo(all.subList(0, 2));
        assertThat(second.ids()).isEqualTo(all.subList(2, 4));
        assertThat(third.ids()).isEqualTo(all.subList(4, 5));
        assertThat(fourth.ids()).isEmpty();
        assertThat(fourth.header("next")).isEmpty();
        assertThat(first.contentType()).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void anAppAndAPartyAreReadFromNowOn() {
        register(PERSON_A, "");
        Reply app = ofApp("after=now");
        Reply party =
                platform.api("GET", "app/party?after=now&party=" + PERSON_A)
                        .bearer(tokens.ttd())
                        .send();
        assertThat(app.body()).isEqualTo("[]");
        assertThat(party.body()).isEqualTo("[]");

        String later = id(register(PERSON_A, ""));
        for (Reply now : List.of(app, party)) {
            assertThat(platform.get(now.next()).bearer(tokens.ttd()).send().ids())
                    .contains(later)
                    .doesNotContain(first(ofApp("after=0")));
        }
    }

    private static String first(Reply page) {
        return page.ids().get(0);
    }

    @Test
    void anAppIsReadByPartyUnitAndPerson() {
        String ofPerson = id(register(PERSON_A, ""));
        String ofUnit = id(register(MAIN_UNIT, ""));

        assertThat(ofApp("after=0&party=" + PERSON_A).ids()).containsExactly(ofPerson);
        assertThat(ofApp("after=0&unit=310000001").ids()).containsExactly(ofUnit);
        Reply byNumber =
                platform.api("GET", "app/ttd/" + app + "?after=0")
                        .header("person", "01909012345")
                        .bearer(tokens.ttd())
                        .send();
        assertThat(byNumber.ids()).containsExactly(ofPerson);
        assertThat(byNumber.next()).doesNotContain("01909012345");
    }

    @Test
    void followingNextStaysWithTheHeadersPerson() {
        register(PERSON_A, "");
        for (String path :
                List.of(
                        "app/ttd/" + app + "?after=0",
                        "app/party?after=0&source=%25" + app + "%25")) {
            Call first = platform.api("GET", path).bearer(tokens.ttd());
            String next = first.header("person", "01909012345").send().next();
            register(PERSON_B, "");
            String ofPerson = id(register(PERSON_A, ""));

            Call following = platform.get(next).bearer(tokens.ttd());
            Reply page = following.send();
            assertThat(page.ids()).containsExactly(ofPerson);
            assertThat(page.next()).doesNotContain("01909012345", PERSON_A);
            assertThat(following.header("person", "01909012345").send().ids())
                    .containsExactly(ofPerson);
            Reply ofAnother = following.header("person", "02909012346").send();
            assertThat(ofAnother.status()).isEqualTo(400);
            assertThat(ofAnother.told()).contains("differs");
        }
    }

    @Test
    void anUnknownUnitOrPersonIs404() {
        for (String path : List.of("app/ttd/" + app + "?after=0", "app/party?after=0")) {
            Call call = platform.api("GET", path + "&unit=999999999").bearer(tokens.ttd());
            assertThat(call.send().status()).isEqualTo(404);
            call = platform.api("GET", path).header("person", "00000000000");
            assertThat(call.bearer(tokens.ttd()).send().status()).isEqualTo(404);
        }
    }

    @Test
    void typesAndTimesNarrowAnApp() {
        String event = id(register(PERSON_A, ""));
        Instant end = Instant.now().plusSeconds(1);

        assertThat(ofApp("from=" + start.minusSeconds(1) + "&to=" + end).ids())
                .containsExactly(event);
        assertThat(ofApp("from=" + end).ids()).isEmpty();
        assertThat(ofApp("after=0&to=" + start.minusSeconds(1)).ids()).isEmpty();
        assertThat(ofApp("after=0&type=app.x").ids()).containsExactly(event);
        assertThat(ofApp("after=0&type=app.y&type=app.x").ids()).containsExactly(event);
        assertThat(ofApp("after=0&type=app.y").ids()).isEmpty();
        assertThat(ofApp("from=2000-01-01T00:00:00%2B01:00").ids()).containsExactly(event);
        assertThat(ofApp("from=2000-01-01Z").ids()).containsExactly(event);
        assertThat(ofApp("from=2000-01-01%2000:00:00Z&to=2000-01-02Z").ids()).isEmpty();
    }

    @Test
    void aPartyIsReadAcrossAppsWithSourcePatterns() {
        String mine = id(register(PERSON_A, ""));
        String pattern = "https://ttd.apps.local.altinn.cloud/ttd/" + app + "/%25";

        assertThat(ofParty("party=" + PERSON_A + "&source=" + pattern, tokens.ttd()).ids())
                .containsExactly(mine);
        assertThat(ofParty("party=" + PERSON_A + "&source=%25/TTD/" + app + "/%25", tokens.ttd()))
                .returns(List.of(mine), Reply::ids);
        String oneOff = app.substring(0, app.length() - 1) + "_";
        assertThat(ofParty("party=" + PERSON_A + "&source=%25" + oneOff + "/%25", tokens.ttd()))
                .returns(List.of(mine), Reply::ids);
        assertThat(
                        ofParty(
                                "party=%s&source=no&source=%s".formatted(PERSON_A, pattern),
                                tokens.ttd()))
                .returns(List.of(mine), Reply::ids);
        assertThat(ofParty("party=" + PERSON_A + "&source=" + app, tokens.ttd()).ids()).isEmpty();
    }

    @Test
    void aPersonSeesTheirOwnEventsAlone() {
        String ofA = id(register(PERSON_A, ""));
        String ofB = id(register(PERSON_B, ""));
        String here = "&source=%25" + app + "%25";

        assertThat(ofParty("party=" + PERSON_A + here, tokens.personA()).ids())
                .containsExactly(ofA);
        assertThat(ofParty("party=" + PERSON_B + here, tokens.personB()).ids())
                .containsExactly(ofB);
        Reply others = ofParty("party=" + PERSON_B + here, tokens.personA());
        assertThat(others.status()).isEqualTo(200);
        assertThat(others.ids()).isEmpty();
        assertThat(others.next()).doesNotContain(ofB);
    }

    @Test
    void aMainUnitAndItsSystemUserSeeTheSubUnit() {
        String ofSub = id(register(SUB_UNIT, ""));
        String query = "unit=310000002&source=%25" + app + "%25";

        assertThat(ofParty(query, tokens.organisation("310000001")).ids()).containsExactly(ofSub);
        assertThat(ofParty(query, tokens.systemUser()).ids()).containsExactly(ofSub);
        assertThat(ofParty(query, tokens.organisation("310000003")).ids()).isEmpty();
    }

    @Test
    void aSubUnitDoesNotSeeItsMainUnit() {
        register(MAIN_UNIT, "");
        String query = "unit=310000001&source=%25" + app + "%25";
        assertThat(ofParty(query, tokens.organisation("310000002")).ids()).isEmpty();
    }

    @Test
    void anotherServiceOwnerSeesNothingOfAnApp() {
        register(PERSON_A, "");
        Reply reply =
                platform.api("GET", "app/ttd/" + app + "?after=0").bearer(tokens.skd()).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.ids()).isEmpty();
    }

    @Test
    void anEventWhoseSourceIsNoInstanceIsLeftOut() {
        Reply made =
                app(
                        "{\"source\":\"https://ttd.apps.local.altinn.cloud/ttd/%s\",\"specversion\":\"1.0\",\"type\":\"app.x\",\"subject\":\"/party/50000001\"}"
                                .formatted(app));
        assertThat(made.status()).isEqualTo(201);
        assertThat(ofApp("after=0").ids()).isEmpty();
    }

    private Reply ofApp(String query) {
        return platform.api("GET", "app/ttd/" + app + "?" + query).bearer(tokens.ttd()).send();
    }

    private Reply ofParty(String query, String token) {
        return platform.api("GET", "app/party?after=0&" + query).bearer(token).send();
    }

    /** Registers an event about a party, with more members. */
    private Reply register(String party, String more) {
        return app(
                "{\"source\":\"%s\",\"specversion\":\"1.0\",\"type\":\"app.x\",\"subject\":\"/party/%s\"%s}"
                        .formatted(source(party), party, more));
    }

    private Reply app(String request) {
        return platform.api("POST", "app")
                .json(request)
                .bearer(tokens.personA())
                .platformAccess(tokens.app(app))
                .send();
    }

    private String source(String party) {
        return "https://ttd.apps.local.altinn.cloud/ttd/%s/instances/%s/%s"
                .formatted(app, party, UUID.randomUUID());
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().textValue();
    }
}
