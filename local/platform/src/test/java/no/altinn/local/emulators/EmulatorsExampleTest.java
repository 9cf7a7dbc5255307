package no.altinn.local.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.authentication.app.AuthenticationSettings;
import no.altinn.events.app.EventsSettings;
import no.altinn.events.azure.AzureSettings;
import no.altinn.events.azure.EmulatorSettings;
import no.altinn.local.identity.KeptKeys;
import no.altinn.platform.azure.Emulators;
import no.altinn.platform.azure.cosmos.EmulatorTrust;
import no.altinn.platform.settings.AskedSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.rest.app.RestSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class EmulatorsExampleTest {
    /** What the Functions host reads, or both the host and an app. */
    private static final Pattern OF_THE_HOST =
            Pattern.compile(
                    "FUNCTIONS_WORKER_RUNTIME|AzureWebJobsStorage|AzureFunctionsJobHost__.+");

    private final Map<String, String> example = EmulatorsExample.ofEmulators();
    @TempDir private Path folder;

    private Map<String, String> withKeys() {
        KeptKeys.putInto(folder, Clock.systemUTC());
        Map<String, String> settings = new HashMap<>(example);
        settings.put("KeyVault__File", folder.resolve("keys.p12").toString());
        return settings;
    }

    private static EmulatorSettings readAll(SettingsReader reader) {
        EventsSettings.read(reader);
        AuthenticationSettings.read(reader);
        RestSettings.read(reader);
        Emulators.blobs(reader);
        return EmulatorSettings.read(reader);
    }

    @Test
    void everyAppCanStartWithIt() {
        EmulatorSettings read = SettingsReader.read(withKeys(), EmulatorsExampleTest::readAll);

        assertThat(read.keys()).isPresent();
        assertThat(EmulatorTrust.isEmulator(read.cosmos())).isTrue();
        assertThat(read.cosmos().direct()).as("emulators know the gateway alone").isFalse();
    }

    @Test
    void everySettingInItIsReadBySomeApp() {
        AskedSettings asked = new AskedSettings(withKeys());
        readAll(new SettingsReader(asked));
        List<String> names = new ArrayList<>(example.keySet());
        names.removeIf(OF_THE_HOST.asMatchPredicate());
        names.remove("Events__Backend");

        assertThat(asked.asked()).containsAll(names);
    }

    @Test
    void everySettingInTheOtherExampleIsReadBySomeAppToo() {
        Map<String, String> other = EmulatorsExample.ofEverything();
        AskedSettings asked = new AskedSettings(other);
        SettingsReader reader = new SettingsReader(asked);
        readAll(reader);
        AzureSettings.read(reader);
        no.altinn.authentication.azure.VaultSettings.read(reader);
        no.altinn.rest.azure.VaultSettings.read(reader);
        List<String> names = new ArrayList<>(other.keySet());
        names.removeIf(OF_THE_HOST.asMatchPredicate());
        names.remove("Events__Backend");

        assertThat(asked.asked()).containsAll(names);
    }

    @Test
    void itsSettingsAreThoseOfTheOtherExampleInTheSameOrder() {
        List<String> names = new ArrayList<>(example.keySet());
        names.removeIf(name -> name.startsWith("AzureFunctionsJobHost__"));
        List<String> known = new ArrayList<>(EmulatorsExample.ofEverything().keySet());
        known.retainAll(names);

        assertThat(names).isEqualTo(known);
    }

    @Test
    void theHostsOwnTriggerAsksTheEmulatorsGatewayToo() {
        assertThat(example)
                .containsEntry(
                        "AzureFunctionsJobHost__extensions__cosmosDB__connectionMode", "Gateway");
    }

    @Test
    void theKeysAreThoseOfTheLocalPlatformAsSeenFromAStagedApp() {
        Path staged = Path.of("functions", "events", "target", "azure-functions", "events");

        assertThat(staged.resolve(example.get("KeyVault__File")).normalize())
                .isEqualTo(Path.of(".local", "keys.p12"));
    }

    @Test
    void noAppIsWhereTheLocalPlatformIsOrAnotherApp() {
        assertThat(example)
                .containsEntry("Events__BaseUri", "http://localhost:7073/")
                .containsEntry("Rest__EventsBaseUri", "http://localhost:7073/")
                .containsEntry("Rest__BaseUri", "http://localhost:7075/");
        assertThat(example.values())
                .as("the local platform takes the port after its own for TLS")
                .noneMatch(value -> value.contains(":7072"));
    }
}
