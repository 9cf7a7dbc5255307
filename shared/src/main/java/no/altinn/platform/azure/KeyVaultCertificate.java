package no.altinn.platform.azure;

import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyVersion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A certificate in Key Vault, of which the versions' private keys can be read: each version stands
 * as a secret of the same name. A version never changes, so that its key is read once and kept
 * until the version is disabled or gone. Thread-safe.
 */
public final class KeyVaultCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(KeyVaultCertificate.class);

    private final KeyVault vault;
    private final String name;

    /** Empty for a version that is of no use, so that it is neither read nor logged again. */
    private final Map<String, Optional<SigningKey>> read = new ConcurrentHashMap<>();

    /**
     * @param name the certificate's name in the vault
     */
    public KeyVaultCertificate(KeyVault vault, String name) {
        this.vault = vault;
        this.name = name;
    }

    /**
     * Every version that is enabled and holds an RSA key of 2 048 bits or more, in any order.
     *
     * @throws Unavailable if the vault cannot answer
     */
    public List<SigningKeyVersion> versions() {
        List<SecretProperties> enabled = vault.enabledVersions(name);
        read.keySet()
                .retainAll(
                        enabled.stream()
                                .map(SecretProperties::getVersion)
                                .collect(Collectors.toSet()));
        List<SigningKeyVersion> versions = new ArrayList<>();
        for (SecretProperties version : enabled) {
            read.computeIfAbsent(version.getVersion(), this::key)
                    .map(found -> version(found, version))
                    .ifPresent(versions::add);
        }
        return versions;
    }

    private SigningKeyVersion version(SigningKey key, SecretProperties stored) {
        if (stored.getCreatedOn() == null || stored.getUpdatedOn() == null) {
            throw new Unavailable("Key Vault does not tell the age of " + name);
        }
        Instant created = stored.getCreatedOn().toInstant();
        Instant updated = stored.getUpdatedOn().toInstant();
        return new SigningKeyVersion(key, created, updated.isAfter(created) ? updated : created);
    }

    private Optional<SigningKey> key(String version) {
        KeyVaultSecret secret = vault.version(name, version);
        try {
            return Optional.of(
                    CertificateSecret.read(
                            Objects.requireNonNullElse(secret.getProperties().getContentType(), ""),
                            secret.getValue()));
        } catch (IllegalArgumentException e) {
            // The others stay in use: one bad import must not stop the signing.
            LOG.error(
                    "Version {} of the certificate {} is of no use: {}",
                    version,
                    name,
                    e.getMessage());
            return Optional.empty();
        }
    }
}
