package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every text that the contract fixes, each with its status and its kind. */
@ExtendWith(RunningPlatform.class)
final class ErrorTextsTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String TEXT = "application/json";
    private static final String RESOURCE = "urn:altinn:resource:ttd-texts";
    private static final String APP = "https://ttd.apps.local.altinn.cloud/ttd/apps-test";
    private static final String END_POINT = "\"endPoint\":\"https://altinn.no/in\"";

    record Told(String text, String kind, int status, String how, Function<Platform, Call> by) {
        @Override
        public String toString() {
            return status + " " + text + " (" + how + ")";
        }
    }

    static final List<Told> PUBLISHING =
            List.of(
                    problem(
                            "A 'resource' property must be defined.",
                            "no resource",
                            publish(EventText.on(RESOURCE).without("resource"))),
                    problem(
                            "A 'resource' property must be defined.",
                            "an empty resource",
                            publish(EventText.on(""))),
                    problem("'Resource' must be a valid urn.", "a word", publishOn("parking")),
                    problem(
                            "'Resource' must be a valid urn.",
                            "an upper-case letter",
                            publishOn("urn:altinn:resource:Ttd")),
                    problem(
                            "'Resource' must be a valid urn.",
                            "a part of 101 characters",
                            publishOn("urn:altinn:" + "x".repeat(101))),
                    problem(
                            "'Resource' must be a valid urn.",
                            "eleven parts",
                            publishOn("urn:altinn" + ":x".repeat(11))),
                    missing("no source", "source"),
                    missing("no type", "type"),
                    missing("no subject", "subject"),
                    missing("no specversion", "specversion"),
                    foreignSource("another app", "https://ttd.example/ttd/apps-testing"),
                    foreignSource("another org", "https://ttd.example/skd/apps-test"),
                    foreignSource("other case", "https://ttd.example/ttd/Apps-Test/instances"));

    static final List<Told> READING =
            List.of(
                    badResource("no resource", ""),
                    badResource("another URN", "&resource=urn:altinn:app:x"),
                    badResource("an empty resource", "&resource="),
                    read("The 'after' parameter must be defined.", "?resource=" + RESOURCE),
                    read("The 'after' parameter must be defined.", "?after=&resource=" + RESOURCE),
                    problem(
                            "Only one of 'subject' or 'alternativeSubject' can be defined.",
                            "both",
                            platform ->
                                    platform.reading(RESOURCE, "&subject=/party/1")
                                            .header("Altinn-AlternativeSubject", "/person/1")
                                            .bearer(platform.tokens().ttd())));

    static final List<Told> READING_APPS =
            Stream.of("app/ttd/apps-test?", "app/party?party=50000001&", "app/party?")
                    .flatMap(
                            path ->
                                    Stream.of(
                                            app(
                                                    "The 'From' or 'After' parameter must be"
                                                            + " defined.",
                                                    path),
                                            app(
                                                    "The 'From' parameter must specify timezone."
                                                            + " E.g. 2022-07-07T11:00:53.3917Z for"
                                                            + " UTC",
                                                    path + "from=2022-07-07T11:00:53"),
                                            app(
                                                    "The 'To' parameter must specify timezone."
                                                            + " E.g. 2022-07-07T11:00:53.3917Z for"
                                                            + " UTC",
                                                    path + "after=0&to=2022-07-07T11:00:53"),
                                            app(
                                                    "The 'Size' parameter must be a number larger"
                                                            + " that 0.",
                                                    path + "after=0&size=0"),
                                            app(
                                                    "The 'Size' parameter must be a number larger"
                                                            + " that 0.",
                                                    path + "after=0&size=-1")))
                    .toList();

    static final List<Told> READING_PARTIES =
            Stream.of("app/ttd/apps-test?after=0", "app/party?after=0")
                    .flatMap(
                            path ->
                                    Stream.of(
                                            app(
                                                    "Value of 'Unit' needs to be exactly 9 digits.",
                                                    path + "&unit=31000000"),
                                            app(
                                                    "Value of 'Unit' needs to be exactly 9 digits.",
                                                    path + "&unit=31000000x"),
                                            app(
                                                    "Only one of 'Party' or 'Unit' can be defined.",
                                                    path + "&party=1&unit=310000001"),
                                            problem(
                                                    "Only one of 'Party' or 'Person' can be"
                                                            + " defined.",
                                                    path,
                                                    platform ->
                                                            platform.api("GET", path + "&party=1")
                                                                    .header("person", "01909012345")
                                                                    .bearer(
                                                                            platform.tokens()
                                                                                    .ttd()))))
                    .toList();

    static final List<Told> WHOSE_EVENTS =
            List.of(
                    app(
                            "Subject must be specified using either query params party or unit or"
                                    + " header value person.",
                            "app/party?after=0"),
                    new Told(
                            "Only orgs can call this api",
                            TEXT,
                            401,
                            "a person",
                            platform ->
                                    platform.api("GET", "app/ttd/apps-test?after=0")
                                            .bearer(platform.tokens().personA())));

    static final List<Told> SUBSCRIBING =
            List.of(
                    endPoint("{}"),
                    endPoint("{\"endPoint\":\"\"}"),
                    endPoint("{\"endPoint\":\"/in\"}"),
                    endPoint("{\"endPoint\":\"not a url\"}"),
                    endPoint("{\"endPoint\":\"http://altinn.no/in\"}"),
                    endPoint("{\"endPoint\":\"ftp://altinn.no/in\"}"),
                    subscribe(
                            "SourceFilter must be an absolute URL with the https scheme.",
                            "\"sourceFilter\":\"http://ttd.apps.local.altinn.cloud/ttd/x\""),
                    subscribe(
                            "SourceFilter must be an absolute URL with the https scheme.",
                            "\"sourceFilter\":\"/ttd/x\""),
                    subscribe(
                            "SourceFilter must be an absolute URL with the https scheme.",
                            "\"sourceFilter\":\"\""),
                    subscribe("Resource filter must be a valid urn", "\"resourceFilter\":\"x\""),
                    subscribe("Resource filter must be a valid urn", "\"resourceFilter\":\"\""));

    static final List<Told> SUBSCRIBING_TO_RESOURCES =
            List.of(
                    subscribe("Resource filter is required.", "\"typeFilter\":\"a\""),
                    generic(
                            "Source filter is not supported for subscriptions on this resource.",
                            "\"sourceFilter\":\"https://ttd.example/\""),
                    generic(
                            "AlternativeSubject filter is not supported for subscriptions on this"
                                    + " resource.",
                            "\"alternativeSubjectFilter\":\"/person/01909012345\""),
                    generic(
                            "IncludeSubunits requires a subject filter.",
                            "\"includeSubunits\":true"),
                    new Told(
                            "Not authorized to create a subscription for resource "
                                    + RESOURCE
                                    + ".",
                            TEXT,
                            403,
                            "no permit",
                            platform ->
                                    subscription(
                                                    platform,
                                                    "\"resourceFilter\":\"" + RESOURCE + "\"")
                                            .bearer(platform.tokens().personA())));

    static final List<Told> SUBSCRIBING_WITH_FILTERS =
            List.of(
                    filtered("Unsupported filter dialect 'x'.", "[{\"x\":{\"id\":\"a\"}}]"),
                    filtered("A filter names one dialect.", "[{}]"),
                    filtered(
                            "A filter names one dialect.",
                            "[{\"exact\":{\"id\":\"a\"},\"sql\":\"TRUE\"}]"),
                    filtered("Filter 'exact' must not be empty.", "[{\"exact\":{}}]"),
                    filtered("Filter 'all' must not be empty.", "[{\"all\":[]}]"),
                    filtered(
                            "The filters are too large.",
                            "[" + "{\"not\":".repeat(6) + "{}" + "}".repeat(6) + "]"),
                    filtered(
                            "Invalid CESQL expression: ')' is expected, not the end",
                            "[{\"sql\":\"(id = 'a'\"}]"));

    static final List<Told> SUBSCRIBING_TO_APPS =
            List.of(
                    subject("none given", "\"resourceFilter\":\"urn:altinn:resource:app_ttd_a\""),
                    subject(
                            "an unknown person",
                            "\"sourceFilter\":\"%s\",\"alternativeSubjectFilter\":\"/person/1\""
                                    .formatted(APP)),
                    new Told(
                            "A valid subject to the authenticated identity is required",
                            TEXT,
                            400,
                            "a service owner's unknown unit",
                            platform ->
                                    subscription(
                                                    platform,
                                                    "\"sourceFilter\":\"%s\",\"alternativeSubjectFilter\":\"/org/999999999\""
                                                            .formatted(APP))
                                            .bearer(platform.tokens().ttd())),
                    subscribe(
                            "IncludeSubunits requires a subject filter.",
                            "\"sourceFilter\":\"%s\",\"includeSubunits\":true".formatted(APP)),
                    new Told(
                            "Missing event consumer",
                            TEXT,
                            400,
                            "a token that names nobody",
                            platform ->
                                    subscription(
                                                    platform,
                                                    "\"sourceFilter\":\"%s\",\"subjectFilter\":\"/party/1\""
                                                            .formatted(APP))
                                            .bearer(
                                                    platform.tokens()
                                                            .signed(ErrorTextsTest::nobody))),
                    appId("https://ttd.apps.local.altinn.cloud/ttd"),
                    appId("https://ttd.apps.local.altinn.cloud/ttd/apps-test/instances"),
                    appId("https://ttd.apps.local.altinn.cloud/ttd/apps-test/"),
                    subscribe(
                            "Provided resource filter and source filter are not compatible",
                            "\"sourceFilter\":\"%s\",\"resourceFilter\":\"urn:altinn:resource:app_ttd_b\""
                                    .formatted(APP)));

    private final Platform platform;

    ErrorTextsTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @FieldSource({
        "PUBLISHING",
        "READING",
        "READING_APPS",
        "READING_PARTIES",
        "WHOSE_EVENTS",
        "SUBSCRIBING",
        "SUBSCRIBING_TO_RESOURCES",
        "SUBSCRIBING_WITH_FILTERS",
        "SUBSCRIBING_TO_APPS"
    })
    void theContractsTextIsToldWordForWord(Told told) {
        Reply reply = told.by().apply(platform).send();
        assertThat(reply.told()).isEqualTo(told.text());
        assertThat(reply.status()).isEqualTo(told.status());
        assertThat(reply.contentType()).isEqualTo(told.kind() + "; charset=utf-8");
        if (told.kind().equals(PROBLEM)) {
            assertThat(reply.json().path("status").asInt()).isEqualTo(told.status());
            assertThat(reply.json().path("title").asText()).isEqualTo("Bad Request");
            assertThat(reply.json().path("type").asText()).isNotEmpty();
        } else {
            assertThat(reply.json()).isEqualTo(TextNode.valueOf(told.text()));
        }
    }

    private static Told problem(String text, String how, Function<Platform, Call> by) {
        return new Told(text, PROBLEM, 400, how, by);
    }

    private static Function<Platform, Call> publish(EventText event) {
        return platform -> platform.publishing(event.json()).bearer(platform.tokens().ttd());
    }

    private static Function<Platform, Call> publishOn(String resource) {
        return publish(EventText.on(resource));
    }

    private static Told missing(String how, String member) {
        String request =
                EventText.on(RESOURCE)
                        .with("source", APP)
                        .about("/party/50000001")
                        .without(member)
                        .json();
        return problem(
                "Missing parameter values: source, subject and type cannot be null",
                how,
                platform -> appEvent(platform, request));
    }

    private static Told foreignSource(String how, String source) {
        String request = EventText.on(RESOURCE).with("source", source).about("/party/1").json();
        return new Told(
                "ttd/apps-test is not authorized to create events for " + source,
                TEXT,
                401,
                how,
                platform -> appEvent(platform, request));
    }

    private static Call appEvent(Platform platform, String request) {
        return platform.api("POST", "app")
                .json(request)
                .bearer(platform.tokens().personA())
                .platformAccess(platform.tokens().app("apps-test"));
    }

    private static Told badResource(String how, String parameter) {
        return problem(
                "The 'resource' parameter must begin with `urn:altinn:resource:`",
                how,
                get("events?after=0" + parameter));
    }

    private static Told read(String text, String query) {
        return problem(text, query, get("events" + query));
    }

    private static Told app(String text, String path) {
        return problem(text, path, get(path));
    }

    private static Function<Platform, Call> get(String path) {
        return platform -> platform.api("GET", path).bearer(platform.tokens().ttd());
    }

    private static Told endPoint(String body) {
        return new Told(
                "Missing or invalid endpoint to push events towards",
                TEXT,
                400,
                body,
                platform ->
                        platform.api("POST", "subscriptions")
                                .json(body)
                                .bearer(platform.tokens().ttd()));
    }

    private static Told subscribe(String text, String members) {
        return new Told(
                text,
                TEXT,
                400,
                members,
                platform -> subscription(platform, members).bearer(platform.tokens().ttd()));
    }

    private static Told generic(String text, String members) {
        return subscribe(text, "\"resourceFilter\":\"%s\",%s".formatted(RESOURCE, members));
    }

    private static Told filtered(String text, String filters) {
        return generic(text, "\"filters\":" + filters);
    }

    private static Told subject(String how, String members) {
        return new Told(
                "A valid subject to the authenticated identity is required",
                TEXT,
                400,
                how,
                platform -> subscription(platform, members).bearer(platform.tokens().personA()));
    }

    private static Told appId(String source) {
        return subscribe(
                "A valid app id is required in source filter {environment}/{org}/{app}",
                "\"sourceFilter\":\"%s\"".formatted(source));
    }

    private static Call subscription(Platform platform, String members) {
        return platform.api("POST", "subscriptions").json("{" + END_POINT + "," + members + "}");
    }

    private static void nobody(com.fasterxml.jackson.databind.node.ObjectNode claims) {
        claims.remove(List.of("urn:altinn:org", "urn:altinn:orgNumber"));
    }
}
