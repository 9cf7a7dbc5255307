package no.altinn.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import no.altinn.platform.app.DeployedApp;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a deployed app asks for is what the repository's files give it. */
public abstract class GivenSettingsContract {
    /** What the host reads for its triggers and for itself, and the worker for its JVM. */
    private static final String OF_OTHERS =
            ".*__(credential|clientId)|AzureWebJobsStorage__\\w+|APPLICATIONINSIGHTS_\\w+"
                    + "|JAVA_OPTS|languageWorkers__\\w+|AzureFunctionsJobHost__\\w+";

    /** The app with these settings. */
    protected abstract DeployedApp app(Map<String, String> environment);

    /** The site's name in {@code main.bicep}. */
    protected abstract String module();

    /** Values with which the app starts, more than are deployed perhaps. */
    protected abstract Map<String, String> startingValues();

    /** Any function class of the app. */
    protected abstract Class<?> aFunctionClass();

    private Set<String> askedOf(Map<String, String> environment) {
        AskedSettings settings = new AskedSettings(environment);
        app(settings);
        return settings.asked();
    }

    /** The values of the tests, for those settings only that are deployed. */
    private Map<String, String> deployed() throws IOException {
        Map<String, String> settings = new HashMap<>(startingValues());
        settings.keySet().retainAll(GivenSettings.deployedTo(module()).keySet());
        return settings;
    }

    @Test
    void everySettingThatTheAppReadsIsInTheExample() throws IOException {
        Set<String> read = new HashSet<>(askedOf(deployed()));
        read.addAll(askedOf(Map.of()));
        // The host's own: they tell which functions run in this process.
        read.removeIf(name -> name.startsWith("AzureWebJobs"));

        assertThat(read).isNotEmpty();
        assertThat(GivenSettings.ofTheExample()).containsKeys(read.toArray(String[]::new));
    }

    @Test
    void whatIsDeployedIsEnoughToStart() throws IOException {
        DeployedApp app = app(deployed());

        assertThatCode(() -> app.getInstance(aFunctionClass())).doesNotThrowAnyException();
    }

    @Test
    void nothingIsDeployedThatNobodyReads() throws IOException {
        Set<String> given = new HashSet<>(GivenSettings.deployedTo(module()).keySet());
        given.removeIf(name -> name.matches(OF_OTHERS));

        assertThat(askedOf(deployed())).containsAll(given);
    }
}
