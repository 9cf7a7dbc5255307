package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;

import no.altinn.platform.seal.KeyWrapping;
import no.altinn.testing.vault.FakeKeyVault;

import java.time.Duration;

/** A vault of tests as clients see it. */
public final class OpenVault {
    private static final Duration CALL = Duration.ofSeconds(10);

    private OpenVault() {}

    /** A client that may read the vault's secrets. */
    public static KeyVault of(FakeKeyVault vault) {
        return of(vault, CALL);
    }

    /** A client that wraps with one of the vault's keys. */
    public static KeyWrapping wrapping(FakeKeyVault vault, String name) {
        return wrapping(vault, name, vault.reader());
    }

    /** The same by another identity. */
    static KeyWrapping wrapping(FakeKeyVault vault, String name, TokenCredential identity) {
        return new KeyVaultWrapping(
                vault.uri(),
                name,
                () -> identity,
                () -> AzureTransport.over(vault.connections(), CALL));
    }

    /** The same with a bound on each request. */
    static KeyVault of(FakeKeyVault vault, Duration call) {
        return of(vault, vault.reader(), call);
    }

    /** A client whose token the vault does not know. */
    static KeyVault toStrangers(FakeKeyVault vault) {
        return of(vault, vault.stranger(), CALL);
    }

    private static KeyVault of(FakeKeyVault vault, TokenCredential identity, Duration call) {
        return new KeyVault(
                vault.uri(), () -> identity, () -> AzureTransport.over(vault.connections(), call));
    }
}
