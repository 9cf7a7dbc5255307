package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUrnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:altinn:resource:r",
                "urn:altinn:resource:app_ttd_apps-test",
                "urn:a:b",
                "urn:a:b:c:d:e:f:g:h:i:j:k",
                "urn:x:()+,.-;$_!/"
            })
    void urnsAreResources(String resource) {
        assertThat(ResourceUrn.isValid(resource)).isTrue();
        assertThat(EventReader.structured(EventJson.where("resource", quoted(resource))).resource())
                .isEqualTo(resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r",
                "urn",
                "urn:altinn",
                "urn:altinn:",
                "urn:altinn:resource:",
                "urn:altinn:Resource:r",
                "URN:altinn:resource:r",
                "urn:altinn:resource:a b",
                "urn:altinn:resource:a%20b",
                "urn:altinn:resource:ø",
                "urn:altinn:resource:r\\n",
                "urn:a:b:c:d:e:f:g:h:i:j:k:l",
                " urn:altinn:resource:r"
            })
    void othersAreNone(String resource) {
        assertRefused(
                EventJson.where("resource", quoted(resource)), "'Resource' must be a valid urn.");
    }

    @Test
    void theLongestPartHasAHundredCharacters() {
        assertThat(ResourceUrn.isValid("urn:a:" + "b".repeat(100))).isTrue();
        assertThat(ResourceUrn.isValid("urn:a:" + "b".repeat(101))).isFalse();
        assertThat(ResourceUrn.isValid("urn:" + "a".repeat(31) + ":b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "null"})
    void aMissingResourceIsToldAsMissing(String raw) {
        assertRefused(EventJson.where("resource", raw), "A 'resource' property must be defined.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ttd.apps.example/ttd/old-app/instances/1/2, urn:altinn:resource:app_ttd_old-app",
        "https://ttd.apps.example/skd/a_b, urn:altinn:resource:app_skd_a_b"
    })
    void anOlderAppNameBecomesTheSourcesApp(String source, String resource) {
        Event event = EventReader.structured(older(source));

        assertThat(event.resource()).isEqualTo(resource);
        assertThat(event.json()).contains(quoted(resource)).doesNotContain("altinnapp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:x:y", "https://ttd.apps.example/ttd", "https://h/Ttd/App", "/a/b"})
    void anOlderAppNameWithoutAnAppInTheSourceIsNone(String source) {
        assertRefused(older(source), "'Resource' must be a valid urn.");
    }

    @Test
    void onlyAppsAreApps() {
        assertThat(ResourceUrn.isApp("urn:altinn:resource:app_ttd_a")).isTrue();
        assertThat(ResourceUrn.isApp("URN:altinn:resource:APP_ttd_a")).isTrue();
        assertThat(ResourceUrn.isApp("urn:altinn:resource:application")).isFalse();
        assertThat(ResourceUrn.isApp("urn:altinn:resource:")).isFalse();
    }

    private static String older(String source) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"source\":%s,"
                        .formatted(quoted(source))
                + "\"resource\":\"urn:altinn:resource:altinnapp.ttd.whatever\"}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static void assertRefused(String json, String message) {
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> EventReader.structured(json))
                .withMessage(message);
    }
}
