package no.altinn.rest.azure;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobStorageException;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.Files;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The blobs that files are, and what is marked on them: in the metadata, which comes with a blob,
 * when it expires ({@link #EXPIRES}), and of one that a front has sent that it is claimed ({@link
 * #CLAIMED}); in a tag, by which expired ones are found, again when it expires. Thread-safe.
 */
record BlobContainer(Supplier<BlobServiceClient> service, Clock clock) {
    /** The container's name (rest-api.md §5). */
    static final String NAME = "files";

    static final String EXPIRES = "expires";
    static final String CLAIMED = "claimed";

    BlobContainerClient client() {
        return service.get().getBlobContainerClient(NAME);
    }

    BlobClient blob(String name) {
        return client().getBlobClient(Files.checked(name));
    }

    /** What is marked of when a blob expires. */
    static Map<String, String> marks(Optional<Instant> expires) {
        return expires.map(at -> Map.of(EXPIRES, text(at))).orElseGet(Map::of);
    }

    /** Of one width, so that the order of the texts is the order of the instants. */
    static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whether a blob with this metadata is gone, as far as anybody is concerned. */
    boolean hasExpired(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(EXPIRES))
                .filter(at -> !Instant.parse(at).isAfter(clock.instant()))
                .isPresent();
    }

    /** What a call gives; empty if there is no such blob, or no container. */
    static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (BlobStorageException e) {
            if (e.getStatusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static <T> T unlessAway(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            // The client tells of refusals, lost connections, time-outs and missing credentials by
            // many kinds of exceptions. Whichever it is, it is the store's.
            throw new Unavailable("Files cannot be kept in blobs.", e);
        }
    }
}
