package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.cryptography.models.UnwrapResult;
import com.azure.security.keyvault.keys.cryptography.models.WrapResult;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.WrappedKey;
import no.altinn.platform.start.Lazy;

import java.net.URI;
import java.util.function.Supplier;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps keys with an RSA key of a Key Vault, in the vault. Every request is bounded in time and
 * tried twice at most. Thread-safe; the clients are made on their first call.
 */
public final class KeyVaultWrapping implements KeyWrapping {
    /** With SHA-256, which the SDK leaves to the vault; others it computes in this process. */
    private static final KeyWrapAlgorithm ALGORITHM = KeyWrapAlgorithm.RSA_OAEP_256;

    private static final int KEY_BYTES = 32;

    private final URI vault;
    private final String name;
    private final Supplier<TokenCredential> identity;
    private final Supplier<HttpClient> transport;
    private final Supplier<KeyClient> keys;

    /**
     * Opens nothing yet.
     *
     * @param vault the vault's address, such as {@code https://altinn.vault.azure.net/}
     * @param name the RSA key's name in the vault
     * @param identity who asks, with the role <em>Key Vault Crypto User</em>
     */
    public KeyVaultWrapping(
            URI vault,
            String name,
            Supplier<TokenCredential> identity,
            Supplier<HttpClient> transport) {
        this.vault = vault;
        this.name = name;
        this.identity = identity;
        this.transport = transport;
        this.keys =
                new Lazy<>(
                        () ->
                                new KeyClientBuilder()
                                        .vaultUrl(vault.toString())
                                        .credential(identity.get())
                                        .httpClient(transport.get())
                                        .retryPolicy(new RetryPolicy(new PromptRetry()))
                                        .buildClient());
    }

    @Override
    public String newestVersion() {
        return VaultQuestion.ask(name, () -> keys.get().getKey(name).getProperties().getVersion());
    }

    @Override
    public WrappedKey wrap(SecretKey key) {
        String version = newestVersion();
        WrapResult wrapped =
                VaultQuestion.ask(
                        name, () -> version(version).wrapKey(ALGORITHM, key.getEncoded()));
        return WrappedKey.of(version, wrapped.getEncryptedKey());
    }

    @Override
    public SecretKey unwrap(WrappedKey wrapped) {
        UnwrapResult key =
                VaultQuestion.ask(
                        name,
                        () -> version(wrapped.wrappedBy()).unwrapKey(ALGORITHM, wrapped.bytes()));
        if (key.getKey() == null || key.getKey().length != KEY_BYTES) {
            throw new Unavailable("Key Vault has unwrapped no AES key, with " + name);
        }
        return new SecretKeySpec(key.getKey(), "AES");
    }

    /** One for each version, and used once an hour or less, so that none is kept. */
    private CryptographyClient version(String version) {
        return new CryptographyClientBuilder()
                .keyIdentifier(vault.resolve("/keys/" + name + "/" + version).toString())
                .credential(identity.get())
                .httpClient(transport.get())
                .retryPolicy(new RetryPolicy(new PromptRetry()))
                .disableKeyCaching()
                .buildClient();
    }

    @Override
    public String toString() {
        return "KeyVaultWrapping[" + name + "]";
    }
}
