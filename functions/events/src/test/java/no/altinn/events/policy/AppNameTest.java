package no.altinn.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.AppSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppNameTest {
    @Test
    void theFirstUnderscorePartsOrgAndApp() {
        assertThat(AppName.of("urn:altinn:resource:app_ttd_a_b"))
                .contains(new AppSource("ttd", "a_b", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:altinn:resource:r",
                "urn:altinn:resource:app_",
                "urn:altinn:resource:app_ttd",
                "urn:altinn:resource:app_ttd_",
                "urn:altinn:resource:app__a"
            })
    void othersAreNoApps(String resource) {
        assertThat(AppName.of(resource)).isEmpty();
    }
}
