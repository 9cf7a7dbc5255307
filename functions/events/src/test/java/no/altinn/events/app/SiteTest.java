package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class SiteTest {
    @Test
    void whereNothingIsDisabledEverythingRuns() {
        assertThat(Site.of(Map.of()).answersRequests()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AzureWebJobs.PublishEvent.Disabled", "AzureWebJobs_PublishEvent_Disabled"})
    void theWorkerIsWhereRequestsAreDisabled(String setting) {
        for (String on : new String[] {"true", "True", "1", " true "}) {
            assertThat(Site.of(Map.of(setting, on))).isEqualTo(Site.WORKER);
        }
        for (String off : new String[] {"false", "0", "", "yes"}) {
            assertThat(Site.of(Map.of(setting, off))).isEqualTo(Site.API);
        }
    }

    @Test
    void theApiIsWhereDeliveriesAreDisabled() {
        assertThat(Site.of(Map.of("AzureWebJobs_DeliverEvent_Disabled", "true")))
                .isEqualTo(Site.API);
    }

    /** The host takes two of them for a level of its settings, and finds no such function. */
    @Test
    void doubleUnderscoresDisableNothing() {
        assertThat(Site.of(Map.of("AzureWebJobs__PublishEvent__Disabled", "true")))
                .isEqualTo(Site.API);
    }
}
