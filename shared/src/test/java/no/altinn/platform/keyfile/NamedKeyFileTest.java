package no.altinn.platform.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class NamedKeyFileTest {
    @TempDir private Path folder;
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void nameAFile() {
        settings.put("KeyVault__File", TestKeyFiles.in(folder).toString());
        settings.put("Platform__OpenIdBaseUri", "http://localhost:7071/openid/");
    }

    private PlatformKeys read() {
        return SettingsReader.read(settings, NamedKeyFile::read).orElseThrow();
    }

    private void assertRefused(String... words) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(this::read)
                .withMessageContainingAll(words);
    }

    @Test
    void theKeysOfTheFileAreRead() {
        assertThat(read().current()).isEqualTo(new PlatformKeys(TestKeyFiles.complete()).current());
    }

    @Test
    void noFileIsNamedByAnEmptySetting() {
        assertThat(NamedKeyFile.isNamed(new SettingsReader(settings))).isTrue();
        assertThat(NamedKeyFile.isNamed(new SettingsReader(Map.of("KeyVault__File", " "))))
                .isFalse();
        assertThat(NamedKeyFile.isNamed(new SettingsReader(Map.of()))).isFalse();
    }

    @Test
    void aFileThatMustBeNamedIsMissed() {
        settings.remove("KeyVault__File");

        assertRefused("KeyVault__File is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere/keys.p12", "", "\0"})
    void aFileThatIsNotThereIsToldWithWhereItIsLookedFor(String name) {
        settings.put("KeyVault__File", folder + "/" + name);

        assertRefused(
                "KeyVault__File names no file that can be read",
                Path.of("").toAbsolutePath().toString(),
                "./run-local makes");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("keys.p12"), "{}");

        assertRefused("KeyVault__File names no complete file of keys (This is no file of keys)");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        Files.write(folder.resolve("keys.p12"), TestKeyFiles.without("cursors").pkcs12());

        assertRefused("KeyVault__File", "There is no key cursors");
    }

    @Test
    void aVaultAndAFileExcludeEachOther() {
        settings.put("KeyVault__Uri", "https://altinn.vault.example/");

        assertRefused("KeyVault__Uri and KeyVault__File exclude each other");
    }

    @Test
    void tokensOfAnotherMachineAreNotSignedWithTheKeysOfAFile() {
        settings.put("Platform__OpenIdBaseUri", "https://platform.altinn.example/openid/");

        assertRefused("Platform__OpenIdBaseUri must be an address of this machine");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        settings.put("KeyVault__File", "nowhere");
        settings.put("KeyVault__Uri", "https://altinn.vault.example/");
        settings.remove("Platform__OpenIdBaseUri");

        assertRefused("exclude each other", "no file that can be read", "OpenIdBaseUri is missing");
    }
}
