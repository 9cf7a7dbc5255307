package no.altinn.platform.azure;

import com.azure.security.keyvault.secrets.models.SecretProperties;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.time.RefreshedValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two newest versions of a secret in Key Vault that are enabled and hold 32 bytes in Base64.
 * They are read on the first call and again every 30 minutes; when they cannot be read again, the
 * last ones stay in use. Thread-safe.
 *
 * <p>Every process opens what another has sealed: a version seals when it is an hour old, for by
 * then each process that seals or opens has read it. Until then the one before it seals, if there
 * is one.
 */
public final class KeyVaultSealingKeys implements SealingKeys {
    private static final Logger LOG = LoggerFactory.getLogger(KeyVaultSealingKeys.class);
    private static final Duration MAX_AGE = Duration.ofMinutes(30);
    private static final Duration KNOWN_AFTER = Duration.ofHours(1);
    private static final int VERSIONS = 2;
    private static final int KEY_BYTES = 32;

    private final KeyVault vault;
    private final String name;
    private final Clock clock;
    private final Supplier<List<SecretKey>> keys;

    /**
     * Reads nothing yet.
     *
     * @param name the secret's name in the vault
     */
    public KeyVaultSealingKeys(KeyVault vault, String name, Clock clock) {
        this.vault = vault;
        this.name = name;
        this.clock = clock;
        this.keys = new RefreshedValue<>("The secret " + name, this::read, MAX_AGE, clock);
    }

    @Override
    public List<SecretKey> inUse() {
        return keys.get();
    }

    private record Version(SecretKey key, Instant created) {}

    private List<SecretKey> read() {
        List<Version> newest =
                vault.enabledVersions(name).stream()
                        .sorted(Comparator.comparing(this::created).reversed())
                        .flatMap(version -> version(version).stream())
                        .limit(VERSIONS)
                        .toList();
        if (newest.isEmpty()) {
            throw new Unavailable("No version of " + name + " is enabled and holds a key");
        }
        boolean isKnown = !clock.instant().isBefore(newest.get(0).created().plus(KNOWN_AFTER));
        Comparator<Version> age = Comparator.comparing(Version::created);
        return newest.stream().sorted(isKnown ? age.reversed() : age).map(Version::key).toList();
    }

    private Instant created(SecretProperties version) {
        OffsetDateTime created = version.getCreatedOn();
        if (created == null) {
            throw new Unavailable("Key Vault does not tell the age of " + name);
        }
        return created.toInstant();
    }

    private Optional<Version> version(SecretProperties stored) {
        String value = vault.version(name, stored.getVersion()).getValue();
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            if (bytes.length == KEY_BYTES) {
                return Optional.of(new Version(new SecretKeySpec(bytes, "AES"), created(stored)));
            }
        } catch (IllegalArgumentException e) {
            // Logged below, without the value.
        }
        // The others stay in use: one bad version must not stop the sealing.
        LOG.error(
                "Version {} of the secret {} is of no use: it must be {} bytes in Base64",
                stored.getVersion(),
                name,
                KEY_BYTES);
        return Optional.empty();
    }
}
