package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sequences of requests of the reference implementation's k6 scripts. Requests and checks are
 * those of the repository Altinn/altinn-events, {@code test/k6/src}; each test names its file.
 */
@ExtendWith(RunningPlatform.class)
final class ReferenceScriptsTest {
    private static final String PUBLISH_AND_SUBSCRIBE =
            "altinn:events.publish,altinn:events.subscribe";

    private final Platform platform;
    private final ReferenceClient client;
    private final Inbox inbox;

    ReferenceScriptsTest(Platform platform) {
        this.platform = platform;
        this.client = new ReferenceClient(platform);
        this.inbox = platform.inbox();
    }

    /** {@code tests/events/get.js} after {@code post.js}. */
    @Test
    void eventsAreReadByPagesAndTheirNextLinks() {
        client.post();
        String token = client.owner("altinn:events.subscribe");
        String query =
                "?after=0&resource=%s&source=%s&type=%s"
                        .formatted(
                                ReferenceClient.RESOURCE,
                                ReferenceClient.SOURCE,
                                ReferenceClient.TYPE);
        assertThat(client.events(query + "&subject=/autotest/k6&size=10", token).ids())
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(10);
        Reply first = client.events(query + "&size=1", token);
        assertThat(first.ids()).hasSize(1);
        client.next(first, token);
    }

    /** {@code tests/app-events.js}: a service owner without a scope for events. */
    @Test
    void anOrgReadsItsAppsEventsAndTheirNextLink() {
        String app = Platform.app();
        client.register(app);
        reads("app/ttd/" + app + "?after=1", client.owner("altinn:serviceowner"));
    }

    /** {@code tests/app-events.js}; with {@code after} in its older versions. */
    @ParameterizedTest
    @ValueSource(strings = {"from=2025-12-31T23:00:00Z", "after=1"})
    void aPersonReadsTheEventsOfAPartyAndTheirNextLink(String from) {
        client.register(Platform.app());
        String person = "userId=20000001&partyId=50000001&pid=01909012345";
        String token = platform.tokens().issue("GetPersonalToken", person);
        reads("app/party?" + from + "&party=50000001", token);
    }

    private void reads(String path, String token) {
        Reply page = platform.api("GET", path).bearer(token).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.ids()).isNotEmpty();
        assertThat(platform.get(page.next()).bearer(token).send().status()).isEqualTo(200);
    }

    /** {@code tests/subscriptions.js} with {@code data/subscriptions/01-app-subscription.json}. */
    @Test
    void anAppSubscriptionIsMadeListedMadeAgainReadAndRemoved() {
        String token = client.owner(PUBLISH_AND_SUBSCRIBE);
        String body =
                "{\"endPoint\":\"%s\",\"sourceFilter\":\"https://ttd.apps.local.altinn.cloud/ttd/%s\"}"
                        .formatted(inbox.endPoint(), Platform.app());
        int id = client.subscribe(token, body);
        JsonNode list = client.subscriptions(token);
        int count = list.path("count").asInt();
        assertThat(count).isPositive();
        assertThat(list.path("subscriptions").findValuesAsText("endPoint"))
                .contains(inbox.endPoint());

        assertThat(client.subscribe(token, body)).isEqualTo(id);
        assertThat(client.subscriptions(token).path("count").asInt()).isEqualTo(count);
        await().until(() -> client.isValidated(token, id));
        client.remove(token, id);
    }

    /**
     * {@code tests/subscriptions.js} with {@code data/subscriptions/02-generic-subscription.json},
     * whose consumer does not count.
     */
    @Test
    void aGenericSubscriptionIsMadeAndRemoved() {
        String token = client.owner(PUBLISH_AND_SUBSCRIBE);
        int id =
                client.subscribe(
                        token,
                        "{\"endPoint\":\"%s\",\"consumer\":\"norsknettavisleser\",\"resourceFilter\":\"%s\"}"
                                .formatted(inbox.endPoint(), ReferenceClient.RESOURCE));
        assertThat(client.subscription(token, id).path("consumer").asText()).isEqualTo("/org/ttd");
        client.remove(token, id);
    }

    /** {@code tests/performance/helpers.js}. */
    @Test
    void thePlatformsOwnTestReceiverIsAnEndpoint() {
        String token = client.owner(PUBLISH_AND_SUBSCRIBE + ",altinn:serviceowner");
        int id =
                client.subscribe(
                        token,
                        "{\"endPoint\":\"%sevents/api/v1/tests/webhookreceiver\",\"resourceFilter\":\"%s\"}"
                                .formatted(platform.base(), ReferenceClient.RESOURCE));
        await().until(() -> client.isValidated(token, id));
        client.post();
        client.remove(token, id);
    }
}
