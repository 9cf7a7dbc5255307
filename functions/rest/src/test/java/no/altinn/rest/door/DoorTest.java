package no.altinn.rest.door;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.language.Language;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class DoorTest {
    private static Routes routes() {
        Set<String> read = Set.of("altinn:instances.read", "altinn:instances.meta");
        return () ->
                List.of(
                        Route.open("GET", "", visit -> Reply.done()),
                        of("GET", "{who}/messages", Needs.USER, read, DoorTest::list),
                        of("POST", "{who}/messages", Needs.USER, Set.of(), DoorTest::create),
                        of("GET", "{who}/messages/{id}", Needs.USER, Set.of(), DoorTest::one),
                        of("GET", "reportees", Needs.USER, Set.of(), DoorTest::caller),
                        of("GET", "fails", Needs.ANYBODY, Set.of(), DoorTest::fail),
                        of("GET", "away", Needs.ANYBODY, Set.of(), DoorTest::away),
                        Route.of(
                                "GET",
                                "serviceowner/srr",
                                Category.SERVICE_OWNER,
                                Needs.SERVICE_OWNER,
                                Set.of("altinn:serviceowner/srr.read"),
                                DoorTest::caller),
                        Route.of(
                                "GET",
                                "enterpriseusers",
                                Category.ENTERPRISE_USERS,
                                Needs.ORGANISATION,
                                Set.of("altinn:enterpriseusers.read"),
                                DoorTest::caller),
                        Route.open("GET", "private/x", DoorTest::caller).needing(Needs.PLATFORM),
                        Route.open("GET", "anybody", DoorTest::caller).needing(Needs.ANYBODY),
                        Route.open("GET", "open", DoorTest::caller));
    }

    private static Route of(
            String method, String template, Needs needs, Set<String> scopes, Endpoint endpoint) {
        return Route.of(method, template, Category.MESSAGE, needs, scopes, endpoint);
    }

    private static Reply list(Visit visit) {
        return Reply.of(
                Listing.of(
                        "messages",
                        "Message",
                        List.of(message(visit, "a1")),
                        Link.of("self", visit.whoAddress("messages"))));
    }

    private static Resource message(Visit visit, String id) {
        return Resource.of(
                "Message",
                Members.builder()
                        .text("MessageId", id)
                        .text("Reportee", visit.who().id())
                        .text("Application", visit.application().orElse("none"))
                        .flag("Marks", visit.flag("markAsRead", true))
                        .number("Language", visit.language().number())
                        .build(),
                Link.of("self", visit.whoAddress("messages/" + id)));
    }

    private static Reply one(Visit visit) {
        return Reply.of(message(visit, visit.value("id")));
    }

    private static Reply create(Visit visit) {
        return Reply.created(visit.whoAddress("messages/" + visit.body().required("Name")));
    }

    private static Reply caller(Visit visit) {
        return Reply.of(200, new Content.Line(visit.caller().toString()));
    }

    private static Reply fail(Visit visit) {
        throw new IllegalStateException("inner detail");
    }

    private static Reply away(Visit visit) {
        throw new Unavailable("inner detail");
    }

    private final DoorBed bed = DoorBed.of(routes()).calledBy(DoorBed.A);
    private final DoorBed nobodys = DoorBed.of(routes());
    private final DoorBed organisations = DoorBed.of(routes()).calledBy(DoorBed.TTD);

    private static Caller.User withScopes(String... scopes) {
        return new Caller.User(
                1,
                OptionalInt.of(DoorBed.PERSON.partyId()),
                Optional.empty(),
                Optional.empty(),
                3,
                Optional.of(Set.of(scopes)));
    }

    private static Caller.Organisation organisation(String scope) {
        return new Caller.Organisation(
                "991825827", Optional.of("ttd"), 3, Optional.of(Set.of(scope)));
    }

    @ParameterizedTest
    @CsvSource({"my", "310000001", "r51000001", "R51000001", "MY"})
    void linksKeepTheWhoThatWasAskedFor(String who) {
        String body = bed.get(who + "/messages").accepting("text/html").answer().body();

        assertThat(Json.parse(body).at("/_links/self/href").asText())
                .isEqualTo("https://rest.example/api/" + who + "/messages");
    }

    @ParameterizedTest
    @CsvSource({
        "my, r50000001",
        "r50000001, r50000001",
        "310000001, r51000001",
        "r51000001, r51000001"
    })
    void whoIsThePartyThatIsNamed(String who, String reportee) {
        assertThat(Json.parse(bed.get(who + "/messages/a1").answer().body()).path("Reportee"))
                .hasToString('"' + reportee + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "310000009, 403, The user does not act for this reportee",
        "r51000009, 403, The user does not act for this reportee",
        "310000000, 404, Not Found",
        "r1, 404, Not Found",
        "r9999999999, 404, Not Found",
        "you, 404, Not Found"
    })
    void anotherPartyIsRefused(String who, int status, String reason) {
        Answer answer = bed.get(who + "/messages").answer();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void anEnterpriseUserIsItsOrganisation() {
        Caller.User system =
                new Caller.User(
                        2,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.of("310000001"),
                        3,
                        Optional.empty());

        assertThat(bed.calledBy(system).get("my/messages/a1").answer().body())
                .contains("r51000001");
        assertThat(bed.calledBy(system).get("r50000001/messages").answer().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aKeyThatIsMissingOrEmptyIsAskedFor(String key) {
        Answer answer = bed.get("my/messages").with("ApiKey", key).answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo("Required header 'ApiKey' is missing.");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"ErrorCode\":40000,\"ErrorMessage\":"
                                + "\"Required header 'ApiKey' is missing.\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, my/messages, 99999999-9999-9999-9999-999999999999",
        "GET, my/messages, nonsense",
        "POST, my/messages, 44444444-4444-4444-4444-444444444444",
        "GET, serviceowner/srr, 44444444-4444-4444-4444-444444444444"
    })
    void aKeyWithoutTheGrantIsRefused(String method, String path, String key) {
        Answer answer = bed.ask(method, path).with("apikey", key).answer();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.reason()).isEqualTo("The API key is not authorized for this operation");
    }

    @Test
    void aKeyThatReadsIsEnoughToRead() {
        assertThat(bed.get("my/messages").with("ApiKey", DoorBed.READER).answer().status())
                .isEqualTo(200);
        assertThat(bed.ask("HEAD", "my/messages").with("ApiKey", DoorBed.READER).answer().status())
                .isEqualTo(200);
    }

    @Test
    void aPageIsShownWithoutAKeyAndMarksNothing() {
        Answer page = bed.get("my/messages/a1").without("ApiKey").accepting("text/html").answer();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("\"Marks\":false", "\"Application\":\"none\"");
        assertThat(bed.get("my/messages/a1").accepting("text/html").answer().body())
                .contains("\"Marks\":true", "\"Application\":\"a\"");
        assertThat(
                        bed.ask("POST", "my/messages")
                                .without("ApiKey")
                                .accepting("text/html")
                                .answer()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aLookAtTheHeadAloneMarksNothing() {
        assertThat(bed.ask("HEAD", "my/messages/a1").answer().body()).contains("\"Marks\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "", "nothing/here"})
    void whatIsOpenNeedsNoKey(String path) {
        assertThat(nobodys.get(path).without("ApiKey").answer().status())
                .isEqualTo(path.startsWith("nothing") ? 404 : path.isEmpty() ? 204 : 200);
    }

    @ParameterizedTest
    @CsvSource({
        "my/messages, nobody, 401, Authorization failed: There is no authenticated user set on this request",
        "reportees, nobody, 401, Authorization failed: There is no authenticated user set on this request",
        "my/messages, organisation, 403, 'This operation is for users, not for organizations'",
        "reportees, organisation, 403, 'This operation is for users, not for organizations'",
        "serviceowner/srr, nobody, 401, Authorization failed: There is no authenticated organization number set on this request",
        "serviceowner/srr, user, 401, Authorization failed: There is no authenticated organization number set on this request",
        "enterpriseusers, user, 401, Authorization failed: There is no authenticated organization number set on this request",
        "private/x, user, 401, Send a platform access token"
    })
    void anotherCallerIsRefused(String path, String caller, int status, String reason) {
        DoorBed called =
                switch (caller) {
                    case "nobody" -> nobodys;
                    case "user" -> bed;
                    default -> organisations;
                };

        Answer answer = called.get(path).answer();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(status == 401 ? "Bearer" : "");
    }

    @Test
    void aServiceOwnersRouteIsForServiceOwners() {
        Caller other = new Caller.Organisation("310000001", Optional.empty(), 3, Optional.empty());

        assertThat(bed.calledBy(other).get("serviceowner/srr").answer().status()).isEqualTo(403);
        assertThat(bed.calledBy(other).get("enterpriseusers").answer().status()).isEqualTo(200);
    }

    @Test
    void aPlatformAccessTokenOpensWhatIsPrivate() {
        assertThat(nobodys.get("private/x").with("PlatformAccessToken", "t").answer().status())
                .isEqualTo(200);
    }

    @Test
    void aBrowserThatIsNobodyIsSentToTheLogin() {
        Answer answer =
                nobodys.get("my//messages/?$filter=Status%20eq%20'a'&x=1")
                        .without("ApiKey")
                        .accepting("text/html")
                        .answer();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo(
                        "https://rest.example/api/authentication/login?returnUrl="
                                + "https%3A%2F%2Frest.example%2Fapi%2Fmy%2Fmessages"
                                + "%3F%24filter%3DStatus%2520eq%2520%27a%27%26x%3D1");
        assertThat(nobodys.ask("POST", "my/messages").accepting("text/html").answer().status())
                .isEqualTo(401);
        assertThat(organisations.get("reportees").accepting("text/html").answer().status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "altinn:instances.read, 200",
        "altinn:instances.meta, 200",
        "altinn:enduser, 200",
        "altinn:instances.write, 401",
        "altinn:instances, 401",
        "altinn:serviceowner, 401"
    })
    void aBearerNeedsOneOfTheScopes(String scope, int status) {
        Answer answer = bed.calledBy(withScopes(scope)).get("my/messages").answer();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason())
                .isEqualTo(
                        status == 200 ? "" : "Claims Authorization failed: Missing required scope");
    }

    @Test
    void theScopeOfUsersOpensNothingOfServiceOwners() {
        assertThat(
                        bed.calledBy(organisation("altinn:enduser"))
                                .get("serviceowner/srr")
                                .answer()
                                .status())
                .isEqualTo(401);
        assertThat(
                        bed.calledBy(organisation("altinn:serviceowner/srr.read"))
                                .get("serviceowner/srr")
                                .answer()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aLoginWithoutScopesNeedsNone() {
        assertThat(bed.get("my/messages").answer().status()).isEqualTo(200);
    }

    /** 410, key, authentication, scope, reportee, body: each before all that follow. */
    @Test
    void theFirstFaultIsTheOneThatIsTold() {
        DoorBed scopeless = bed.calledBy(withScopes("x"));
        String broken = "{";

        assertThat(nobodys.get("consentRequests").without("ApiKey").answer().status())
                .isEqualTo(410);
        assertThat(nobodys.get("310000009/messages").without("ApiKey").answer().status())
                .isEqualTo(400);
        assertThat(nobodys.get("310000009/messages").answer().status()).isEqualTo(401);
        assertThat(scopeless.get("310000009/messages").answer().reason())
                .isEqualTo("Claims Authorization failed: Missing required scope");
        assertThat(bed.post("310000009/messages", broken).answer().status()).isEqualTo(403);
        assertThat(bed.post("my/messages", broken).answer().status()).isEqualTo(400);
    }

    @Test
    void aBadLoginIsRefusedWherePeopleMatter() {
        Callers bad =
                request -> {
                    throw RestError.unauthorized("The cookie is not valid");
                };

        assertThat(bed.with(bad).get("my/messages").answer().reason())
                .isEqualTo("The cookie is not valid");
        assertThat(bed.with(bad).get("anybody").answer().status()).isEqualTo(401);
        assertThat(bed.with(bad).get("open").answer().status()).isEqualTo(200);
    }

    @Test
    void aLoginThatIsRenewedGoesWithEveryAnswer() {
        Callers renewed =
                request -> new Callers.Login(DoorBed.A, Optional.of(".ASPXAUTH=ab; path=/"));

        assertThat(bed.with(renewed).get("my/messages").answer().header("Set-Cookie"))
                .isEqualTo(".ASPXAUTH=ab; path=/");
        assertThat(bed.with(renewed).get("310000009/messages").answer().header("Set-Cookie"))
                .isEqualTo(".ASPXAUTH=ab; path=/");
        assertThat(bed.with(renewed).get("open").answer().header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json; charset=utf-8",
        "application/hal+json, application/hal+json; charset=utf-8",
        "application/xml, application/xml; charset=utf-8",
        "application/hal+xml, application/hal+xml; charset=utf-8",
        "text/html, application/hal+json; charset=utf-8",
        "image/png, application/json; charset=utf-8"
    })
    void everyAnswerSaysWhatItIs(String accept, String type) {
        assertThat(bed.get("my/messages").accepting(accept).answer().header("Content-Type"))
                .isEqualTo(type);
        assertThat(bed.get("nowhere").accepting(accept).answer().header("Content-Type"))
                .isEqualTo(type);
    }

    @Test
    void anErrorInXmlIsAnElement() {
        assertThat(bed.get("nowhere").accepting("text/xml").answer().body())
                .isEqualTo(
                        "<Error><ErrorCode>40400</ErrorCode>"
                                + "<ErrorMessage>Not Found</ErrorMessage></Error>");
    }

    @ParameterizedTest
    @CsvSource({
        "fails, 500, An unexpected error occurred",
        "away, 503, A part of the platform is away; please try again"
    })
    void whatFailsTellsNothingOfTheInside(String path, int status, String message) {
        Answer answer = bed.get(path).answer();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reason()).isEqualTo(message);
        assertThat(answer.body()).contains(message).doesNotContain("inner");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1044, 1044", "'', 2068, 2068", "?language=1033, 2068, 1033",
        "?LANGUAGE=en, 2068, 1033", "?language=, 2068, 2068", "?language=xx, 2068, 2068"
    })
    void theLanguageIsTheOneAskedForElseTheProfiles(String query, int profile, int language) {
        DoorBed speaking = bed.speaking(Language.named(Integer.toString(profile)).orElseThrow());

        assertThat(speaking.get("my/messages/a1" + query).answer().body())
                .contains("\"Language\":" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "?markAsRead=false, false",
        "?MARKASREAD=False, false",
        "?markAsRead=true, true",
        "?markAsRead, true",
        "?markAsRead=, true",
        "?markAsRead=no, true"
    })
    void aFlagIsTrueUnlessItSaysFalse(String query, boolean marks) {
        assertThat(bed.get("my/messages/a1" + query).answer().body())
                .contains("\"Marks\":" + marks);
    }

    @Test
    void aQueryThatIsNoUtf8IsRefused() {
        Answer answer = bed.get("my/messages/a1?language=%ff").answer();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).contains("'language'");
    }

    @Test
    void whatNoStatusLineCanHoldIsReplacedThere() {
        DoorBed odd =
                DoorBed.of(
                        () ->
                                List.of(
                                        Route.open(
                                                "GET",
                                                "odd",
                                                visit -> {
                                                    throw RestError.badRequest(
                                                            "å\r\n'" + "x".repeat(300));
                                                }),
                                        Route.open(
                                                "GET",
                                                "told",
                                                visit -> Reply.done("Message has been archived"))));

        assertThat(odd.get("odd").answer().reason()).isEqualTo("???'" + "x".repeat(196));
        assertThat(odd.get("odd").answer().body()).contains("å\\r\\n'" + "x".repeat(300));
        assertThat(odd.get("told").answer().reason()).isEqualTo("Message has been archived");
        assertThat(odd.get("told").answer().status()).isEqualTo(204);
    }

    @Test
    void whatIsMadeHasItsAddressInTheAnswer() {
        Answer answer = bed.post("310000001/messages", "{\"name\":\"a2\"}").answer();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo("https://rest.example/api/310000001/messages/a2");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theLogLearnsTheRouteAndTheApplication() {
        assertThat(bed.get("my/messages/a1").answer().answered().route())
                .isEqualTo("{who}/messages/{id}");
        assertThat(bed.get("my/messages/a1").answer().answered().application()).contains("a");
        assertThat(bed.get("01909012345").answer().answered().route()).isEqualTo("-");
    }
}
