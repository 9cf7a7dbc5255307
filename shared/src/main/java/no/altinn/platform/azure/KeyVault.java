package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.start.Lazy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The secrets of one vault, certificates with their keys among them. Every request is bounded in
 * time and tried twice at most; what does not come then is {@link Unavailable}.
 *
 * <p>Thread-safe. The client is made on the first call.
 */
public final class KeyVault {
    private final Supplier<SecretClient> client;

    /**
     * @param vault the vault's address, such as {@code https://altinn.vault.azure.net/}
     * @param identity who reads, with the role <em>Key Vault Secrets User</em>
     */
    public KeyVault(URI vault, Supplier<TokenCredential> identity, Supplier<HttpClient> transport) {
        this.client =
                new Lazy<>(
                        () ->
                                new SecretClientBuilder()
                                        .vaultUrl(vault.toString())
                                        .credential(identity.get())
                                        .httpClient(transport.get())
                                        .retryPolicy(new RetryPolicy(new PromptRetry()))
                                        .buildClient());
    }

    /** The latest version of a secret; empty when there is no such secret. */
    Optional<KeyVaultSecret> latest(String name) {
        return VaultQuestion.ask(
                name,
                () -> {
                    try {
                        return Optional.of(complete(client.get().getSecret(name)));
                    } catch (ResourceNotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    /** One version of a secret, which must be there. */
    KeyVaultSecret version(String name, String version) {
        return VaultQuestion.ask(name, () -> complete(client.get().getSecret(name, version)));
    }

    /** The enabled versions of a secret, which must be there, without their values. */
    List<SecretProperties> enabledVersions(String name) {
        List<SecretProperties> versions =
                VaultQuestion.ask(
                        name,
                        () -> client.get().listPropertiesOfSecretVersions(name).stream().toList());
        if (versions.isEmpty()) {
            throw new Unavailable("Key Vault has no version of " + name);
        }
        return versions.stream()
                .filter(version -> Boolean.TRUE.equals(version.isEnabled()))
                .toList();
    }

    private static KeyVaultSecret complete(KeyVaultSecret secret) {
        if (secret == null || secret.getValue() == null) {
            throw new IllegalStateException("The answer holds no secret");
        }
        return secret;
    }
}
