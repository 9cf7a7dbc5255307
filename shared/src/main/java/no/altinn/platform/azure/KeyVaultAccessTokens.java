package no.altinn.platform.azure;

import no.altinn.platform.auth.PlatformAccessTokenSource;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.time.RefreshedValue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Platform access tokens of this system, signed with a version of a certificate in Key Vault.
 * Versions are read on the first call and again every 30 minutes; when they cannot be read again,
 * the last one stays in use. Thread-safe.
 *
 * <p>Of the versions in force the newest signs that is 2 hours old, for receivers may keep the
 * certificate of another for an hour (tokens §2); until one is, the oldest signs.
 */
public final class KeyVaultAccessTokens implements Supplier<String> {
    private static final Duration MAX_AGE = Duration.ofMinutes(30);
    private static final Duration KNOWN_AFTER = Duration.ofHours(2);
    private static final Comparator<SigningKeyVersion> AGE =
            Comparator.comparing(SigningKeyVersion::created);

    private final Supplier<PlatformAccessTokenSource> signer;

    /** The certificate that the settings name. */
    public static String certificate(SettingsReader reader) {
        return reader.text("KeyVault__PlatformAccessCertificate", "platform-access-token");
    }

    /**
     * Reads nothing yet.
     *
     * @param app what this system calls itself, {@code urn:altinn:app}
     */
    public KeyVaultAccessTokens(String app, KeyVaultCertificate certificate, Clock clock) {
        this.signer =
                new RefreshedValue<>(
                        "The certificates of platform access tokens",
                        () -> signer(app, signing(certificate, clock.instant()), clock),
                        MAX_AGE,
                        clock);
    }

    /**
     * A token that is good for 5 seconds at least.
     *
     * @throws Unavailable if there is nothing to sign it with
     */
    @Override
    public String get() {
        return signer.get().token();
    }

    private static SigningKey signing(KeyVaultCertificate certificate, Instant now) {
        List<SigningKeyVersion> inForce =
                certificate.versions().stream()
                        .filter(version -> version.isInForceAt(now))
                        .toList();
        return inForce.stream()
                .filter(version -> !now.isBefore(version.created().plus(KNOWN_AFTER)))
                .max(AGE)
                .or(() -> inForce.stream().min(AGE))
                .orElseThrow(() -> new Unavailable("No version of it is in force"))
                .key();
    }

    private static PlatformAccessTokenSource signer(String app, SigningKey key, Clock clock) {
        return new PlatformAccessTokenSource(app, key.privateKey(), key.kid(), clock);
    }
}
