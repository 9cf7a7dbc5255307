package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the reference implementation's .NET tests of its controllers check with something stored.
 * Requests and checks are those of the repository Altinn/altinn-events, {@code
 * test/Altinn.Platform.Events.Tests/TestingControllers} and {@code
 * test/Altinn.Platform.Events.IntegrationTests/TestingControllers}; each test names its file.
 */
@ExtendWith(RunningPlatform.class)
final class ReferenceControllersTest {
    private final Platform platform;
    private final Tokens tokens;
    private final ReferenceClient client;
    private final Inbox inbox;

    ReferenceControllersTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
        this.client = new ReferenceClient(platform);
        this.inbox = platform.inbox();
    }

    /**
     * {@code AppControllerTests.cs} and {@code EventsControllerTests.cs}: parameters that the
     * service does not know are repeated, too.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/ttd/{app}?from=2020-01-01Z&party=50000001",
                "app/ttd/{app}?after=e31dbb11-2208-4dda-a549-92a0db8c7708&from=2020-01-01Z&party=50000001",
                "app/party?from=2020-01-01Z&party=50000001&size=5",
                "app/party?after=e31dbb11-2208-4dda-a549-92a0db8c7708&from=2020-01-01Z&party=50000001&size=5",
                "app/party?from=2020-01-01Z&party=50000001&org=ttd&app=endring-av-navn-v2&size=5",
                "events?resource={resource}&after=0&subject=%2Fautotest%2Fk6",
                "events?resource={resource}&after=e31dbb11-2208-4dda-a549-92a0db8c7708&subject=/autotest/k6"
            })
    void nextIsTheSameRequestAfterTheLastEvent(String path) {
        String app = Platform.app();
        client.register(app);
        client.post();
        String asked = path.replace("{app}", app).replace("{resource}", ReferenceClient.RESOURCE);
        String token = path.startsWith("app/party") ? tokens.personA() : tokens.ttd();
        Reply page = platform.api("GET", asked).bearer(token).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);

        URI next = URI.create(page.next());
        URI request = URI.create(platform.base() + Platform.API + asked);
        assertThat(next.getPath()).isEqualTo(request.getPath());
        assertThat(filters(next)).containsExactlyInAnyOrderElementsOf(filters(request));
        List<String> ids = page.ids();
        assertThat(parameters(next)).contains("after=" + ids.get(ids.size() - 1));
    }

    /** {@code AppControllerTests.cs}: the header begins with an upper-case letter. */
    @Test
    void aPersonIsNamedByAHeader() {
        client.register(Platform.app());
        Reply page =
                platform.api("GET", "app/party?from=2020-01-01Z&size=5")
                        .header("Person", "01909012345")
                        .bearer(tokens.personA())
                        .send();
        assertThat(page.ids()).isNotEmpty();
        assertThat(filters(URI.create(page.next()))).containsExactly("from=2020-01-01Z", "size=5");
    }

    /** {@code EventsControllerTests.cs}. */
    @Test
    void anAlternativeSubjectIsNamedByAHeader() {
        String resource = Platform.resource();
        EventText event = EventText.on(resource).with("alternativesubject", "/person/01038712345");
        platform.publish(event);
        Reply page =
                platform.api("GET", "events?resource=" + resource + "&after=0")
                        .header("Altinn-AlternativeSubject", "/person/01038712345")
                        .bearer(tokens.ttd())
                        .send();
        assertThat(page.ids()).containsExactly(event.id());
        assertThat(page.header("next")).isPresent();
    }

    /** {@code SubscriptionControllerTests.cs}. */
    @Test
    void aSubscriptionIsReadMarkedListedAndRemoved() {
        String token = tokens.organisation("310000001");
        int id =
                client.subscribe(
                        token,
                        "{\"endPoint\":\"%s\",\"sourceFilter\":\"https://ttd.apps.local.altinn.cloud/ttd/%s\",\"alternativeSubjectFilter\":\"/org/310000001\"}"
                                .formatted(inbox.endPoint(), Platform.app()));
        assertThat(client.subscription(token, id).path("id").asInt()).isEqualTo(id);
        Call marking = platform.api("PUT", "subscriptions/validate/" + id);
        assertThat(marking.platformAccess(tokens.platform()).send().status()).isEqualTo(200);

        JsonNode list = client.subscriptions(token);
        assertThat(list.path("count").asInt()).isPositive();
        assertThat(list.path("subscriptions").findValuesAsText("consumer"))
                .containsOnly("/organisation/310000001");
        client.remove(token, id);
    }

    /** {@code EndToEndEventFlowTests.cs}: an app's resource and a filter for the type. */
    @Test
    void aPublishedEventIsPushedToItsSubscriber() {
        String resource = "urn:altinn:resource:app_ttd_" + Platform.app();
        String subscriber = client.owner("altinn:events.subscribe");
        int id =
                client.subscribe(
                        subscriber,
                        "{\"endPoint\":\"%s\",\"resourceFilter\":\"%s\",\"typeFilter\":\"app.instance.created\"}"
                                .formatted(inbox.endPoint(), resource));
        await().until(() -> client.isValidated(subscriber, id));
        assertThat(inbox.validations()).hasSize(1);

        EventText event = EventText.on(resource).with("type", "app.instance.created");
        String publisher = client.owner("altinn:events.publish,altinn:events.publish.admin");
        assertThat(platform.publishing(event.json()).bearer(publisher).send().status())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(event.id()));
        assertThat(Json.parse(inbox.pushed().get(0)).path("source").asText())
                .isEqualTo(EventText.SOURCE);
    }

    /** The query's parameters without where to begin. */
    private static List<String> filters(URI address) {
        return parameters(address).stream().filter(pair -> !pair.startsWith("after=")).toList();
    }

    private static List<String> parameters(URI address) {
        return Stream.of(address.getRawQuery().split("&", -1))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .toList();
    }
}
