package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** What a refused client is told: a challenge always, an explanation where it asks for one. */
@ExtendWith(RunningPlatform.class)
final class ExplainedRefusalsTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String NO_SUBJECT =
            "A valid subject to the authenticated identity is required";

    private final Platform platform;
    private final Tokens tokens;

    ExplainedRefusalsTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    private static Reply explained(int status, Call call) {
        Reply reply = call.header("Accept", PROBLEM).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith(PROBLEM);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        return reply;
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/plain"})
    void whoDoesNotAskByNameGetsNoBody(String accept) {
        Reply reply = platform.api("GET", "subscriptions").header("Accept", accept).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header(CHALLENGE)).contains("Bearer");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void withoutATokenTheCallerIsToldToSendOne() {
        Reply reply = explained(401, platform.api("GET", "subscriptions"));

        assertThat(reply.header(CHALLENGE)).contains("Bearer");
        assertThat(reply.told()).contains("Authorization");
        assertThat(explained(401, platform.api("POST", "inbound")).told())
                .contains("PlatformAccessToken");
    }

    @Test
    void aForgedTokenIsNotToldWhatIsWrongWithItsSignature() {
        Reply reply =
                explained(
                        401,
                        platform.api("GET", "subscriptions").bearer(tokens.foreign(claims -> {})));

        assertThat(reply.header(CHALLENGE)).contains("Bearer error=\"invalid_token\"");
        assertThat(reply.told())
                .isEqualTo("The bearer token is not valid. It is not accepted here.");
    }

    @Test
    void aTokenOfMaskinportenIsToldWhereItIsExchanged() {
        String outside =
                tokens.signed(claims -> claims.put("iss", "https://test.maskinporten.no/"));

        assertThat(explained(401, platform.api("GET", "subscriptions").bearer(outside)).told())
                .contains("token of Maskinporten", "/authentication/api/v1/exchange/maskinporten");
        assertThat(
                        explained(
                                        401,
                                        platform.call(
                                                        "GET",
                                                        "authentication/api/v1/exchange/id-porten")
                                                .bearer(outside))
                                .told())
                .contains("/authentication/api/v1/exchange/maskinporten");
    }

    @Test
    void aMissingScopeIsNamedInTheChallengeAndTheExplanation() {
        String token = tokens.serviceOwner("ttd", "altinn:events.publish");
        Reply reply = explained(403, platform.reading(Platform.resource(), "").bearer(token));

        assertThat(reply.header(CHALLENGE))
                .contains("Bearer error=\"insufficient_scope\", scope=\"altinn:events.subscribe\"");
        assertThat(reply.told()).contains("'altinn:events.subscribe'");
    }

    @Test
    void theEventOfABatchThatIsNotPermittedIsNamed() {
        String mine = "urn:altinn:resource:ttd-a";
        String batch =
                "[%s,%s]"
                        .formatted(
                                EventText.on(mine).json(),
                                EventText.on("urn:altinn:resource:skd-b").with("id", "x1").json());
        Call call =
                platform.api("POST", "events")
                        .body("application/cloudevents-batch+json", batch)
                        .bearer(tokens.ttd());

        assertThat(explained(403, call).told())
                .contains("Event [1] (id 'x1')", "'publish'", "urn:altinn:resource:skd-b");
        assertThat(call.send().body()).isEmpty();
    }

    @Test
    void aSubscriberWithoutServiceOwnersRightsIsToldToSetASubject() {
        String app =
                "{\"endPoint\":\"https://altinn.no/in\",\"resourceFilter\":\"%s\"}"
                        .formatted("urn:altinn:resource:app_ttd_apps-test");
        Call call = platform.api("POST", "subscriptions").json(app).bearer(tokens.personA());

        assertThat(explained(400, call).told())
                .startsWith(NO_SUBJECT + ". ")
                .contains("'subjectFilter'");
        assertThat(call.send().body()).isEqualTo("\"" + NO_SUBJECT + "\"");
    }

    @Test
    void anotherConsumersSubscriptionIsToldAsSuch() {
        int id =
                new Subscriber(platform, tokens.ttd())
                        .subscribe(
                                "https://altinn.no/in",
                                Map.of("resourceFilter", Platform.resource()))
                        .json()
                        .path("id")
                        .asInt();

        assertThat(
                        explained(
                                        403,
                                        platform.api("GET", "subscriptions/" + id)
                                                .bearer(tokens.skd()))
                                .told())
                .contains("another consumer");
    }

    @Test
    void whatIsNotThereIsToldAsSuch() {
        Call subscription = platform.api("GET", "subscriptions/2147483647").bearer(tokens.ttd());
        Call path = platform.api("GET", "nothing");

        assertThat(subscription.send().body()).isEmpty();
        assertThat(path.send().body()).isEmpty();
        assertThat(explained(404, subscription).told())
                .isEqualTo("There is no subscription with this id.");
        assertThat(explained(404, path).told()).isEqualTo("There is nothing at this path.");
    }

    @Test
    void membersThatNoSubscriptionHasAreNamedInAHeader() {
        Map<String, Object> filters =
                Map.of("resourceFilter", Platform.resource(), "typFilter", "t");
        Reply reply =
                new Subscriber(platform, tokens.ttd()).subscribe("https://altinn.no/in", filters);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Ignored-Members")).contains("\"typFilter\"");
        Reply refused =
                new Subscriber(platform, tokens.ttd())
                        .subscribe("https://altinn.no/in", Map.of("resourcefiltr", "x"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Ignored-Members")).contains("\"resourcefiltr\"");
    }

    @Test
    void aMissingHeaderOfBinaryModeIsNamed() {
        Reply reply =
                platform.api("POST", "events")
                        .header("ce-specversion", "1.0")
                        .header("ce-source", "urn:s")
                        .header("ce-type", "t")
                        .header("ce-resource", Platform.resource())
                        .body("application/json", "{}")
                        .bearer(tokens.ttd())
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("header `ce-id`");
    }
}
