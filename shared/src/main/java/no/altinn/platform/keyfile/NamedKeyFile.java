package no.altinn.platform.keyfile;

import no.altinn.platform.settings.Loopback;
import no.altinn.platform.settings.SettingsReader;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file with keys that a setting names, in place of Key Vault. It is for one machine: an app
 * whose tokens have an issuer elsewhere does not start with such keys.
 */
public final class NamedKeyFile {
    /** The setting. */
    public static final String SETTING = "KeyVault__File";

    private static final String VAULT = "KeyVault__Uri";
    private static final String ISSUER = "Platform__OpenIdBaseUri";

    private NamedKeyFile() {}

    /** Whether the settings name a file. */
    public static boolean isNamed(SettingsReader reader) {
        return !reader.text(SETTING, "").isEmpty();
    }

    /**
     * Reads the file. The reader gathers what is wrong with it, for its own check.
     *
     * @return empty if anything is wrong
     */
    public static Optional<PlatformKeys> read(SettingsReader reader) {
        if (!reader.text(VAULT, "").isEmpty()) {
            reader.wrong(VAULT + " and " + SETTING + " exclude each other");
        }
        URI issuer = reader.baseUri(ISSUER);
        if (!reader.text(ISSUER, "").isEmpty() && !Loopback.isHostOf(issuer)) {
            reader.wrong(
                    ISSUER
                            + " must be an address of this machine, such as"
                            + " http://localhost:7071/…, where "
                            + SETTING
                            + " is set: keys of a file are for one machine");
        }
        String file = reader.text(SETTING);
        return file.isEmpty() ? Optional.empty() : keys(reader, file);
    }

    private static Optional<PlatformKeys> keys(SettingsReader reader, String file) {
        try {
            return Optional.of(new PlatformKeys(KeyBundle.read(Files.readAllBytes(Path.of(file)))));
        } catch (IOException | InvalidPathException e) {
            reader.wrong(
                    SETTING
                            + " names no file that can be read; a relative path begins at "
                            + Path.of("").toAbsolutePath()
                            + ", and ./run-local makes the file keys.p12 in its data folder");
        } catch (IllegalArgumentException e) {
            reader.wrong(
                    SETTING
                            + " names no complete file of keys ("
                            + e.getMessage()
                            + "); ./run-local makes one, keys.p12 in its data folder");
        }
        return Optional.empty();
    }
}
