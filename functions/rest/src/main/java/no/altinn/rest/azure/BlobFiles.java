package no.altinn.rest.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.models.TaggedBlobItem;
import com.azure.storage.blob.options.BlobParallelUploadOptions;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.Files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files as blobs of one container, by their names. When a file expires stands in the blob's
 * metadata, which comes with its bytes, and in a tag, by which expired ones are found. Thread-safe.
 */
public final class BlobFiles implements Files {
    /** The container's name (rest-api.md §5). */
    public static final String CONTAINER = "files";

    private static final Logger LOG = LoggerFactory.getLogger(BlobFiles.class);
    private static final String EXPIRES = "expires";

    // More than any file has: in one request a blob is written wholly or not at all.
    private static final long ONE_REQUEST = 64 << 20;

    private final Supplier<BlobServiceClient> service;
    private final Clock clock;

    /** Files in the account's blobs; their client is asked for at the first call. */
    public BlobFiles(Supplier<BlobServiceClient> service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void write(String name, byte[] bytes, Optional<Instant> expires) {
        Files.checked(name);
        Map<String, String> marks = expires.map(at -> Map.of(EXPIRES, text(at))).orElseGet(Map::of);
        unlessAway(
                () -> {
                    try {
                        return upload(name, bytes, marks);
                    } catch (BlobStorageException e) {
                        if (!BlobErrorCode.CONTAINER_NOT_FOUND.equals(e.getErrorCode())) {
                            throw e;
                        }
                        LOG.info("container created name={}", CONTAINER);
                        container().createIfNotExists();
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
        blob(name).uploadWithResponse(options, null, Context.NONE);
        return true;
    }

    @Override
    public Optional<byte[]> read(String name) {
        Files.checked(name);
        return unlessAway(() -> ifThere(() -> download(name)).flatMap(found -> found));
    }

    private Optional<byte[]> download(String name) {
        BlobDownloadContentResponse response =
                blob(name).downloadContentWithResponse(null, null, null, Context.NONE);
        Map<String, String> marks = response.getDeserializedHeaders().getMetadata();
        boolean hasExpired =
                Optional.ofNullable(marks.get(EXPIRES))
                        .filter(at -> !Instant.parse(at).isAfter(clock.instant()))
                        .isPresent();
        return hasExpired ? Optional.empty() : Optional.of(response.getValue().toBytes());
    }

    @Override
    public void remove(String name) {
        Files.checked(name);
        unlessAway(() -> ifThere(() -> blob(name).deleteIfExists()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Tags are found a while after they were written, and a blob is removed only while it still
     * has the tag by which it was found.
     */
    @Override
    public int removeExpired() {
        String isExpired = "\"%s\" <= '%s'".formatted(EXPIRES, text(clock.instant()));
        String inContainer = "@container='%s' AND %s".formatted(CONTAINER, isExpired);
        BlobRequestConditions still = new BlobRequestConditions().setTagsConditions(isExpired);
        return unlessAway(
                () -> {
                    int removed = 0;
                    for (TaggedBlobItem found : service.get().findBlobsByTags(inContainer)) {
                        removed += removed(found.getName(), still) ? 1 : 0;
                    }
                    return removed;
                });
    }

    private boolean removed(String name, BlobRequestConditions still) {
        try {
            blob(name)
                    .deleteWithResponse(
                            DeleteSnapshotsOptionType.INCLUDE, still, null, Context.NONE);
            return true;
        } catch (BlobStorageException e) {
            if (e.getStatusCode() == 404 || e.getStatusCode() == 412) {
                return false;
            }
            throw e;
        }
    }

    private BlobContainerClient container() {
        return service.get().getBlobContainerClient(CONTAINER);
    }

    private BlobClient blob(String name) {
        return container().getBlobClient(name);
    }

    /** Of one width, so that the order of the texts is the order of the instants. */
    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (BlobStorageException e) {
            if (e.getStatusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> T unlessAway(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            // The client tells of refusals, lost connections, time-outs and missing credentials by
            // many kinds of exceptions. Whichever it is, it is the store's.
            throw new Unavailable("Files cannot be kept in blobs.", e);
        }
    }
}
