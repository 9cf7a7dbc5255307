package no.altinn.rest.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.BlobService;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.TransfersContract;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.WithBlobs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

@ExtendWith(WithBlobs.class)
class BlobTransfersTest extends TransfersContract {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlobServiceClient service;
    private final BlobFiles files;

    BlobTransfersTest(Azurite azurite) {
        service = open(azurite.connectionString());
        files = new BlobFiles(() -> service, new KeySignatures(), clock);
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
        BlobContainerClient container = service.getBlobContainerClient(BlobFiles.CONTAINER);
        if (container.exists()) {
            container.listBlobs().forEach(blob -> container.getBlobClient(blob.getName()).delete());
        }
    }

    @Override
    protected BlobFiles files() {
        return files;
    }

    @Override
    protected BlobTransfers transfers() {
        return (BlobTransfers) files.transfers();
    }

    @Override
    protected Outcome put(URI to, byte[] bytes) throws Exception {
        return send(
                HttpRequest.newBuilder(to)
                        .header("x-ms-blob-type", "BlockBlob")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    @Override
    protected Outcome get(URI from) throws Exception {
        return send(HttpRequest.newBuilder(from));
    }

    private Outcome send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Outcome(response.statusCode(), response.body());
    }

    @Override
    protected void breakOff(URI to, byte[] bytes, long announced) throws Exception {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    String.join(
                                    "\r\n",
                                    "PUT %s?%s HTTP/1.1",
                                    "Host: %s",
                                    "x-ms-blob-type: BlockBlob",
                                    "Content-Length: %d",
                                    "",
                                    "")
                            .formatted(
                                    to.getRawPath(), to.getRawQuery(), to.getAuthority(), announced)
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        }
    }

    @Test
    void whatIsMarkedOnABlobStaysWhenItIsClaimed() throws Exception {
        String name = "sent/2026-01-02/marks";
        put(transfers().toWrite(name), new byte[] {1});
        transfers().claim(name);

        assertThat(
                        service.getBlobContainerClient(BlobFiles.CONTAINER)
                                .getBlobClient(name)
                                .getProperties()
                                .getMetadata())
                .containsEntry("claimed", "true");
        files.remove(name);
    }

    @Test
    void anAccountThatIsAwayIsTold() {
        BlobServiceClient away =
                open(
                        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;"
                                + "BlobEndpoint=http://127.0.0.1:1/a;");
        BlobFiles none = new BlobFiles(() -> away, new KeySignatures(), clock);

        assertThatThrownBy(() -> none.transfers().toWrite("sent/a"))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> none.transfers().arrived("a")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> none.transfers().claim("sent/a")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> none.transfers().keep("a", Optional.empty()))
                .isInstanceOf(Unavailable.class);
    }
}
