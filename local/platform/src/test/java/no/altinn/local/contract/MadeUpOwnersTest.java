package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Persons and organisations that only the generator has made up live on the platform as others. */
@ExtendWith(RunningPlatform.class)
final class MadeUpOwnersTest {
    private static final String PERSON = "GetPersonalToken?env=at22&scopes=" + Tokens.SUBSCRIBE;
    private static final String ORGANISATION =
            "GetEnterpriseToken?env=at22&scopes=" + Tokens.SUBSCRIBE;

    private final Platform platform;
    private final String resource = Platform.resource();

    MadeUpOwnersTest(Platform platform) {
        this.platform = platform;
    }

    private String token(String kindAndQuery) {
        Reply reply = platform.tokens().generated(kindAndQuery);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body();
    }

    private static String claim(String jwt, String name) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        JsonNode claims = Json.parse(new String(json, StandardCharsets.UTF_8));
        return claims.path(name).asText();
    }

    private String published(String subject) {
        EventText event = EventText.on(resource).about(subject);
        platform.publish(event);
        return event.id();
    }

    @ParameterizedTest
    @CsvSource({
        "/party/, urn:altinn:partyid",
        "urn:altinn:party:uuid:, urn:altinn:party:uuid",
        "urn:altinn:person:identifier-no:, pid"
    })
    void aMadeUpPersonReadsWhatIsAboutIt(String subject, String claim) {
        String person = token(PERSON);

        String id = published(subject + claim(person, claim));

        assertThat(platform.reading(resource, "").bearer(person).send().ids()).containsExactly(id);
        assertThat(platform.reading(resource, "").bearer(token(PERSON)).send().ids()).isEmpty();
    }

    @Test
    void aMadeUpOrganisationReadsWhatIsAboutIt() {
        String organisation = token(ORGANISATION);

        String id =
                published(
                        "urn:altinn:organization:identifier-no:"
                                + claim(organisation, "urn:altinn:orgNumber"));

        assertThat(platform.reading(resource, "").bearer(organisation).send().ids())
                .containsExactly(id);
    }

    @Test
    void aMadeUpPersonSubscribesAndIsSentWhatIsAboutIt() {
        String person = token(PERSON);
        String subject = "/party/" + claim(person, "urn:altinn:partyid");
        Inbox inbox = platform.inbox();
        Subscriber subscriber = new Subscriber(platform, person);

        subscriber.subscribed(
                inbox.endPoint(), Map.of("resourceFilter", resource, "subjectFilter", subject));
        String id = published(subject);

        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(id));
    }

    @Test
    void aStrangersNumberIsEnoughToSubscribeAndRead() {
        String query = PERSON + "&pid=22877497392";
        String subject = "/party/" + claim(token(query), "urn:altinn:partyid");

        Reply made =
                new Subscriber(platform, token(query))
                        .subscribe(
                                platform.inbox().endPoint(),
                                Map.of("resourceFilter", resource, "subjectFilter", subject));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = published(subject);
        assertThat(platform.reading(resource, "").bearer(token(query)).send().ids())
                .containsExactly(id);
    }
}
