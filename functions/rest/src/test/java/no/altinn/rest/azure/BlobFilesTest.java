package no.altinn.rest.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobItem;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.BlobService;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.FilesContract;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.WithBlobs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Optional;

@ExtendWith(WithBlobs.class)
class BlobFilesTest extends FilesContract {
    private final BlobServiceClient service;

    BlobFilesTest(Azurite azurite) {
        service = open(azurite.connectionString());
    }

    private static BlobServiceClient open(String connectionString) {
        return BlobService.open(
                new AzureConnection.ByKey(connectionString),
                () -> {
                    throw new AssertionError("An emulator knows no identity.");
                },
                AzureTransport.open());
    }

    @BeforeEach
    void removeAll() {
        if (service.getBlobContainerClient(BlobFiles.CONTAINER).exists()) {
            service.getBlobContainerClient(BlobFiles.CONTAINER)
                    .listBlobs()
                    .forEach(
                            blob ->
                                    service.getBlobContainerClient(BlobFiles.CONTAINER)
                                            .getBlobClient(blob.getName())
                                            .delete());
        }
    }

    @Override
    protected BlobFiles files() {
        return new BlobFiles(() -> service, new KeySignatures(), clock);
    }

    @Test
    void theContainerIsMadeWhenItIsMissed() {
        service.getBlobContainerClient(BlobFiles.CONTAINER).deleteIfExists();

        assertThat(files().read("a")).isEmpty();
        files().remove("a");
        files().write("a", new byte[] {1}, Optional.empty());

        assertThat(files().read("a")).isPresent();
    }

    @Test
    void aLargeFileIsWrittenInOneRequest() {
        files().write("a", new byte[30 << 20], Optional.empty());

        assertThat(service.getBlobContainerClient(BlobFiles.CONTAINER).listBlobs())
                .singleElement()
                .extracting(BlobItem::getProperties)
                // Blobs that were made of blocks have none.
                .satisfies(properties -> assertThat(properties.getContentMd5()).isNotEmpty());
    }

    @Test
    void anAccountThatIsAwayIsTold() {
        BlobServiceClient away =
                open(
                        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;"
                                + "BlobEndpoint=http://127.0.0.1:1/a;");
        BlobFiles files = new BlobFiles(() -> away, new KeySignatures(), clock);

        assertThatThrownBy(() -> files.read("a")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> files.remove("a")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> files.removeExpired()).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> files.write("a", new byte[] {1}, Optional.empty()))
                .isInstanceOf(Unavailable.class);
    }
}
