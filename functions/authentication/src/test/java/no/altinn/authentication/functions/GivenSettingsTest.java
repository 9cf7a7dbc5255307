package no.altinn.authentication.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import no.altinn.platform.settings.AskedSettings;
import no.altinn.platform.settings.GivenSettings;
import no.altinn.platform.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the app asks for is what the repository's files give it. */
class GivenSettingsTest {
    /** What the host reads for its triggers and for itself, and the worker for its JVM. */
    private static final String OF_OTHERS =
            ".*__(credential|clientId)|AzureWebJobsStorage__\\w+|APPLICATIONINSIGHTS_\\w+"
                    + "|JAVA_OPTS|languageWorkers__\\w+";

    private static DeployedAuthenticationApp app(Map<String, String> environment) {
        return new DeployedAuthenticationApp(environment, MutableClock.at("2026-03-01T00:00:00Z"));
    }

    private static Set<String> askedOf(Map<String, String> environment) {
        AskedSettings settings = new AskedSettings(environment);
        app(settings);
        return settings.asked();
    }

    /** The values of the tests, for those settings only that are deployed. */
    private static Map<String, String> deployed() throws IOException {
        Map<String, String> settings = new HashMap<>(DeployedAuthenticationAppTest.SETTINGS);
        settings.keySet().retainAll(GivenSettings.deployedTo("authenticationApp").keySet());
        return settings;
    }

    @Test
    void everySettingThatTheAppReadsIsInTheExample() throws IOException {
        Set<String> read = new HashSet<>(askedOf(deployed()));
        read.addAll(askedOf(Map.of()));

        assertThat(read).isNotEmpty();
        assertThat(GivenSettings.ofTheExample()).containsKeys(read.toArray(String[]::new));
    }

    @Test
    void whatIsDeployedIsEnoughToStart() throws IOException {
        DeployedAuthenticationApp app = app(deployed());

        assertThatCode(() -> app.getInstance(OpenIdFunctions.class)).doesNotThrowAnyException();
    }

    @Test
    void nothingIsDeployedThatNobodyReads() throws IOException {
        Set<String> given = new HashSet<>(GivenSettings.deployedTo("authenticationApp").keySet());
        given.removeIf(name -> name.matches(OF_OTHERS));

        assertThat(askedOf(deployed())).containsAll(given);
    }
}
