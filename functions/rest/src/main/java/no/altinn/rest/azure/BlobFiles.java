package no.altinn.rest.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.BlobService;
import no.altinn.platform.start.Lazy;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Files as {@linkplain BlobContainer blobs of one container}, by their names. Thread-safe. */
public final class BlobFiles implements Files {
    /** The container's name (rest-api.md §5). */
    public static final String CONTAINER = BlobContainer.NAME;

    private static final Logger LOG = LoggerFactory.getLogger(BlobFiles.class);

    // More than any file has: in one request a blob is written wholly or not at all.
    private static final long ONE_REQUEST = 64 << 20;

    private final BlobContainer container;
    private final BlobSignatures signatures;

    private BlobFiles(BlobContainer container, BlobSignatures signatures) {
        this.container = container;
        this.signatures = signatures;
    }

    /**
     * Files in the account's blobs; their client is asked for at the first call.
     *
     * @param signatures make addresses for a front
     */
    public BlobFiles(Supplier<BlobServiceClient> service, BlobSignatures signatures, Clock clock) {
        this(new BlobContainer(service, clock), signatures);
    }

    /**
     * Files in a storage account, which is connected to at the first call.
     *
     * @param clientId which user-assigned identity the app has; empty for its system-assigned one
     */
    public static BlobFiles in(AzureConnection account, String clientId, Clock clock) {
        Supplier<HttpClient> transport = new Lazy<>(AzureTransport::open);
        Supplier<BlobServiceClient> service =
                new Lazy<>(
                        () ->
                                BlobService.open(
                                        account,
                                        () -> AzureIdentity.open(clientId, transport.get()),
                                        transport.get()));
        return new BlobFiles(
                service,
                account instanceof AzureConnection.ByIdentity
                        ? new DelegatedSignatures(service, clock)
                        : new KeySignatures(),
                clock);
    }

    /** The same files for a front. */
    public Transfers transfers() {
        return new BlobTransfers(container, signatures);
    }

    @Override
    public void write(String name, byte[] bytes, Optional<Instant> expires) {
        Files.checked(name);
        Map<String, String> marks = BlobContainer.marks(expires);
        BlobContainer.unlessAway(
                () -> {
                    try {
                        return upload(name, bytes, marks);
                    } catch (BlobStorageException e) {
                        if (!BlobErrorCode.CONTAINER_NOT_FOUND.equals(e.getErrorCode())) {
                            throw e;
                        }
                        LOG.info("container created name={}", CONTAINER);
                        container.client().createIfNotExists();
                        return upload(name, bytes, marks);
                    }
                });
    }

    private boolean upload(String name, byte[] bytes, Map<String, String> marks) {
        BlobParallelUploadOptions options =
                new BlobParallelUploadOptions(BinaryData.fromBytes(bytes))
                        .setComputeMd5(true)
                        .setMetadata(marks)
                        .setTags(marks)
                        .setParallelTransferOptions(
                                new ParallelTransferOptions()
                                        .setMaxSingleUploadSizeLong(ONE_REQUEST));
        container.blob(name).uploadWithResponse(options, null, Context.NONE);
        return true;
    }

    @Override
    public Optional<byte[]> read(String name) {
        Files.checked(name);
        return BlobContainer.unlessAway(
                () -> BlobContainer.ifThere(() -> download(name)).flatMap(found -> found));
    }

    private Optional<byte[]> download(String name) {
        BlobDownloadContentResponse response =
                container.blob(name).downloadContentWithResponse(null, null, null, Context.NONE);
        Map<String, String> marks = response.getDeserializedHeaders().getMetadata();
        return container.hasExpired(marks)
                ? Optional.empty()
                : Optional.of(response.getValue().toBytes());
    }

    @Override
    public void remove(String name) {
        Files.checked(name);
        BlobContainer.unlessAway(
                () -> BlobContainer.ifThere(() -> container.blob(name).deleteIfExists()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Those that expire are found by their tags, a while after these were written; those that a
     * front has sent and nobody has claimed, by the days on which their names were given out.
     */
    @Override
    public int removeExpired() {
        BlobSweep sweep = new BlobSweep(container);
        return BlobContainer.unlessAway(() -> sweep.expired() + sweep.unclaimed());
    }
}
