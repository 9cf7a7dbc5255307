package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Making, seeing and removing subscriptions. */
@ExtendWith(RunningPlatform.class)
final class SubscribingTest {
    private static final String PARTY_A = "/party/50000001";

    private final Platform platform;
    private final Subscriber ttd;
    private final Subscriber personA;
    private final Subscriber personB;
    private final String resource = Platform.resource();
    private final Inbox inbox;

    SubscribingTest(Platform platform) {
        this.platform = platform;
        Tokens tokens = platform.tokens();
        this.ttd = new Subscriber(platform, tokens.ttd());
        this.personA = new Subscriber(platform, tokens.personA());
        this.personB = new Subscriber(platform, tokens.personB());
        this.inbox = platform.inbox();
    }

    @Test
    void aNewSubscriptionIsShownAsItIsStored() {
        Instant before = Instant.now();
        Reply made =
                ttd.subscribe(
                        inbox.endPoint(),
                        Map.of(
                                "resourceFilter", resource.replace("ttd", "TTD"),
                                "subjectFilter", PARTY_A,
                                "typeFilter", "a.Type",
                                "consumer", "/org/skd",
                                "createdBy", "/org/skd",
                                "id", "1"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.contentType()).isEqualTo("application/json; charset=utf-8");
        JsonNode shown = made.json();
        assertThat(names(shown))
                .containsExactly(
                        "consumer",
                        "created",
                        "createdBy",
                        "endPoint",
                        "id",
                        "includeSubunits",
                        "resourceFilter",
                        "subjectFilter",
                        "typeFilter",
                        "validated");
        assertThat(shown.path("endPoint").asText()).isEqualTo(inbox.endPoint());
        assertThat(shown.path("resourceFilter").asText()).isEqualTo(resource);
        assertThat(shown.path("subjectFilter").asText()).isEqualTo(PARTY_A);
        assertThat(shown.path("typeFilter").asText()).isEqualTo("a.Type");
        assertThat(shown.path("consumer").asText()).isEqualTo("/org/ttd");
        assertThat(shown.path("createdBy").asText()).isEqualTo("/org/ttd");
        assertThat(shown.path("validated")).isEqualTo(Json.parse("false"));
        assertThat(shown.path("includeSubunits")).isEqualTo(Json.parse("false"));
        assertThat(Instant.parse(shown.path("created").asText()))
                .isBetween(before.minusMillis(1), Instant.now());
        assertThat(made.header("Location"))
                .contains(platform.base() + "events/api/v1/subscriptions/" + shown.path("id"));
    }

    @Test
    void theEndPointIsTriedAndMakesTheSubscriptionValid() {
        int id = ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        assertThat(inbox.validations()).hasSize(1);
        JsonNode event = Json.parse(inbox.validations().get(0));
        assertThat(UUID.fromString(event.path("id").asText())).isNotNull();
        assertThat(event.path("type").asText()).isEqualTo("platform.events.validatesubscription");
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(URI.create(event.path("source").asText()))
                .isEqualTo(URI.create(platform.base() + "events/api/v1/subscriptions/" + id));
        assertThat(names(event)).containsExactly("id", "source", "specversion", "type");
    }

    @Test
    void anEndPointThatFailsIsTriedAgain() {
        inbox.failing(500, 1);
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        assertThat(inbox.validations()).hasSize(2);
    }

    @Test
    void theSameSubscriptionTwiceIsOne() {
        Map<String, Object> filters = Map.of("resourceFilter", resource, "typeFilter", "t");
        int id = ttd.subscribed(inbox.endPoint(), filters);
        int count = ttd.list().json().path("count").asInt();

        Reply again = ttd.subscribe(inbox.endPoint(), filters);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(ttd.read(id).json());
        assertThat(again.header("Location")).isPresent();
        assertThat(ttd.list().json().path("count").asInt()).isEqualTo(count);
    }

    @Test
    void anotherFilterEndPointOrCallerMakesAnotherSubscription() {
        Map<String, Object> filters = Map.of("resourceFilter", resource, "subjectFilter", PARTY_A);
        Set<Integer> ids = new TreeSet<>();
        ids.add(id(ttd.subscribe(inbox.endPoint(), filters)));
        ids.add(id(ttd.subscribe(inbox.endPoint() + "2", filters)));
        ids.add(id(ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", resource))));
        ids.add(id(personA.subscribe(inbox.endPoint(), filters)));
        assertThat(ids).hasSize(4);
    }

    @Test
    void anUnvalidatedSubscriptionThatIsPostedAgainIsTriedAgain() {
        inbox.failing(500, 2);
        Map<String, Object> filters = Map.of("resourceFilter", resource);
        ttd.subscribe(inbox.endPoint(), filters);
        await().until(() -> inbox.validations().size() == 1);
        ttd.subscribed(inbox.endPoint(), filters);
        assertThat(inbox.validations()).hasSizeGreaterThan(1);
    }

    @Test
    void theListHoldsTheCallersSubscriptionsAlone() {
        String app = Platform.app();
        String source = "https://ttd.apps.local.altinn.cloud/ttd/" + app;
        Map<String, Object> filters = Map.of("sourceFilter", source, "subjectFilter", PARTY_A);
        int id = id(personA.subscribe(inbox.endPoint(), filters));

        Reply list = personA.list();
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(names(list.json())).containsExactly("count", "subscriptions");
        assertThat(list.json().path("count").asInt())
                .isEqualTo(list.json().path("subscriptions").size());
        assertThat(list.json().path("subscriptions").findValues("id"))
                .contains(Json.parse("" + id));
        assertThat(personB.list().json().path("subscriptions").findValues("id"))
                .doesNotContain(Json.parse("" + id));
    }

    @Test
    void aSubscriptionIsShownToAndRemovedByItsCreatorAlone() {
        int id = id(ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", resource)));
        for (Reply refused : List.of(personA.read(id), personA.remove(id))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).isEmpty();
        }
        assertThat(ttd.read(id).status()).isEqualTo(200);

        Reply removed = ttd.remove(id);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body()).isEmpty();
        assertThat(ttd.read(id).status()).isEqualTo(404);
        assertThat(ttd.remove(id).status()).isEqualTo(404);
    }

    @Test
    void nobodySubscribesToWhatIsAboutSomebodyElse() {
        for (String filter : List.of(resource, "urn:altinn:resource:app_ttd_" + Platform.app())) {
            Reply refused =
                    personB.subscribe(
                            inbox.endPoint(),
                            Map.of("resourceFilter", filter, "subjectFilter", PARTY_A));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.told())
                    .isEqualTo(
                            "Not authorized to create a subscription for resource " + filter + ".");
        }
    }

    @Test
    void systemUsersSubscribeInTheirOwnName() {
        Subscriber system = new Subscriber(platform, platform.tokens().systemUser());
        Reply made =
                system.subscribe(
                        inbox.endPoint(),
                        Map.of("resourceFilter", resource, "subjectFilter", "/party/51000001"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("consumer").asText())
                .isEqualTo("/systemuser/" + Tokens.SYSTEM_USER);
    }

    @Test
    void anEmptyFilterIsRefused() {
        for (String name : List.of("subjectFilter", "typeFilter")) {
            Reply refused =
                    ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", resource, name, ""));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.contentType()).isEqualTo("application/json; charset=utf-8");
        }
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithTheNameOfItsProperty() {
        for (String name : List.of("sourceFilter", "subjectFilter", "typeFilter")) {
            Reply refused =
                    ttd.subscribe(
                            inbox.endPoint(),
                            Map.of("resourceFilter", resource, name, "x".repeat(1_025)));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.told())
                    .isEqualTo(name + " must not be longer than 1024 characters.");
        }
        String endPoint = inbox.endPoint() + "?" + "x".repeat(2_048);
        Reply refused = ttd.subscribe(endPoint, Map.of("resourceFilter", resource));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.told()).isEqualTo("endPoint must not be longer than 2048 characters.");
    }

    @Test
    void propertyNamesAreReadInAnyCaseAndUnknownOnesIgnored() {
        Reply made =
                platform.api("POST", "subscriptions")
                        .json(
                                "{\"ENDPOINT\":\"%s\",\"ResourceFilter\":\"%s\",\"typefilter\":null,\"x\":[]}"
                                        .formatted(inbox.endPoint(), resource))
                        .bearer(platform.tokens().ttd())
                        .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().has("typeFilter")).isFalse();
    }

    @Test
    void endPointSourceScopeAndUrnAreCheckedInThatOrder() {
        Subscriber noScope =
                new Subscriber(platform, platform.tokens().serviceOwner("ttd", "altinn:other"));
        String urn = "no urn";
        Reply endPoint = noScope.subscribe("x", Map.of("sourceFilter", "x", "resourceFilter", urn));
        Reply source =
                noScope.subscribe(
                        inbox.endPoint(), Map.of("sourceFilter", "x", "resourceFilter", urn));
        Reply scope = noScope.subscribe(inbox.endPoint(), Map.of("resourceFilter", urn));
        Reply resourceFilter = ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", urn));

        assertThat(endPoint.told()).startsWith("Missing or invalid endpoint");
        assertThat(source.told()).startsWith("SourceFilter must be");
        assertThat(scope.status()).isEqualTo(403);
        assertThat(scope.body()).isEmpty();
        assertThat(resourceFilter.told()).isEqualTo("Resource filter must be a valid urn");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static int id(Reply made) {
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asInt();
    }
}
