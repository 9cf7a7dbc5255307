package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** What is different about subscriptions on apps. */
@ExtendWith(RunningPlatform.class)
final class SubscribingToAppsTest {
    private static final String PARTY_A = "/party/50000001";

    private final Platform platform;
    private final Subscriber ttd;
    private final Subscriber personA;
    private final Inbox inbox;

    SubscribingToAppsTest(Platform platform) {
        this.platform = platform;
        this.ttd = new Subscriber(platform, platform.tokens().ttd());
        this.personA = new Subscriber(platform, platform.tokens().personA());
        this.inbox = platform.inbox();
    }

    @Test
    void anAppSubscriptionTakesItsResourceFromTheSourceAndItsSubjectFromTheAlternative() {
        String app = Platform.app();
        String source = "https://ttd.apps.local.altinn.cloud/ttd/" + app;
        Reply made =
                personA.subscribe(
                        inbox.endPoint(),
                        Map.of(
                                "sourceFilter",
                                source,
                                "alternativeSubjectFilter",
                                "/person/01909012345"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("resourceFilter").asText())
                .isEqualTo("urn:altinn:resource:app_ttd_" + app);
        assertThat(made.json().path("sourceFilter").asText()).isEqualTo(source);
        assertThat(made.json().path("subjectFilter").asText()).isEqualTo(PARTY_A);
        assertThat(made.json().path("consumer").asText()).isEqualTo("/user/20000001");
        assertThat(made.body()).doesNotContain("01909012345");
    }

    @Test
    void unitsAreFoundUnderBothSpellings() {
        Subscriber unit = new Subscriber(platform, platform.tokens().organisation("310000001"));
        for (String alternative : List.of("/org/310000001", "/organisation/310000001")) {
            Map<String, Object> filters =
                    Map.of(
                            "resourceFilter",
                            "urn:altinn:resource:app_ttd_" + Platform.app(),
                            "alternativeSubjectFilter",
                            alternative);
            Reply made = unit.subscribe(inbox.endPoint(), filters);
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(made.json().path("subjectFilter").asText()).isEqualTo("/party/51000001");
            assertThat(made.json().path("consumer").asText()).isEqualTo("/organisation/310000001");
        }
    }

    @Test
    void anAppSubscriptionNeedsNoScope() {
        String token = platform.tokens().person("userId=20000001", "altinn:other");
        Reply made =
                new Subscriber(platform, token)
                        .subscribe(
                                inbox.endPoint(),
                                Map.of(
                                        "resourceFilter",
                                        "urn:altinn:resource:app_ttd_" + Platform.app(),
                                        "subjectFilter",
                                        PARTY_A));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://skd.apps.local.altinn.cloud/ttd/apps-test",
                "https://apps.local.altinn.cloud/ttd/apps-test",
                "https://ttd.apps.local.altinn.cloud/ttd/Apps-Test",
                "https://ttd.apps.local.altinn.cloud/ttd/apps-test?instance=1"
            })
    void aSourceFilterThatMatchesNoEventOfTheAppIsRefusedWithTheOneThatDoes(String source) {
        int before = ttd.list().json().path("count").asInt();

        Reply refused = ttd.subscribe(inbox.endPoint(), Map.of("sourceFilter", source));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.told())
                .startsWith(
                        "Source filter on an app must be"
                                + " https://ttd.apps.local.altinn.cloud/ttd/apps-test:");
        assertThat(ttd.list().json().path("count").asInt()).isEqualTo(before);
    }

    @Test
    void aServiceOwnerMayLeaveOutTheSubjectOfAnApp() {
        String own = "urn:altinn:resource:APP_ttd_" + Platform.app();
        Reply made = ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", own));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().has("subjectFilter")).isFalse();
    }
}
