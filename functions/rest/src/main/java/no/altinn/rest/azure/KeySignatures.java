package no.altinn.rest.azure;

import com.azure.storage.blob.BlobClient;

import java.time.Instant;

/** Signs with the key of the account, which the client was given: for emulators. No state. */
public final class KeySignatures implements BlobSignatures {
    @Override
    public String of(BlobClient blob, Permission permission, Instant ends) {
        return blob.generateSas(permission.until(ends));
    }
}
