package no.altinn.rest.azure;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Makes shared access signatures for one blob and one permission. Implementations are thread-safe.
 */
public interface BlobSignatures {
    /** What a signature lets its bearer do. */
    enum Permission {
        /** To write a blob that is not there yet. */
        CREATE,
        /** To read the blob. */
        READ;

        /** What is signed, without a start: clocks differ. */
        BlobServiceSasSignatureValues until(Instant ends) {
            return new BlobServiceSasSignatureValues(
                    ends.atOffset(ZoneOffset.UTC),
                    new BlobSasPermission()
                            .setCreatePermission(this == CREATE)
                            .setReadPermission(this == READ));
        }
    }

    /**
     * A signature, as the query of the blob's address.
     *
     * @param ends from when on it counts no more
     */
    String of(BlobClient blob, Permission permission, Instant ends);
}
