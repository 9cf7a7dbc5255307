package no.altinn.rest.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Transfers;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives out the addresses of blobs, with a shared access signature of one permission each: to
 * create a blob, which does not let anybody write over one, or to read it. Thread-safe.
 */
final class BlobTransfers implements Transfers {
    private static final String YES = "true";
    private static final int ATTEMPTS = 5;

    private final BlobContainer container;
    private final BlobSignatures signatures;
    // A front that finds no container cannot make one.
    private final AtomicBoolean hasContainer = new AtomicBoolean();

    BlobTransfers(BlobContainer container, BlobSignatures signatures) {
        this.container = container;
        this.signatures = signatures;
    }

    @Override
    public URI toWrite(String name) {
        ArrivalNames.checked(name);
        return BlobContainer.unlessAway(
                () -> {
                    if (!hasContainer.get()) {
                        container.client().createIfNotExists();
                        hasContainer.set(true);
                    }
                    return address(name, BlobSignatures.Permission.CREATE);
                });
    }

    @Override
    public URI toRead(String name) {
        no.altinn.rest.file.Files.checked(name);
        return BlobContainer.unlessAway(() -> address(name, BlobSignatures.Permission.READ));
    }

    private URI address(String name, BlobSignatures.Permission permission) {
        BlobClient blob = container.blob(name);
        Instant ends = container.clock().instant().plus(VALID);
        return URI.create(blob.getBlobUrl() + "?" + signatures.of(blob, permission, ends));
    }

    @Override
    public Optional<ArrivedFile> arrived(String name) {
        return find(name).map(found -> arrived(name, found));
    }

    private static ArrivedFile arrived(String name, BlobProperties found) {
        if (found.getContentMd5() == null) {
            throw new Unavailable("A blob has no checksum, so this system has not written it.");
        }
        return new ArrivedFile(
                name,
                found.getBlobSize(),
                Base64.getEncoder().encodeToString(found.getContentMd5()));
    }

    private Optional<BlobProperties> find(String name) {
        no.altinn.rest.file.Files.checked(name);
        return BlobContainer.unlessAway(
                () ->
                        BlobContainer.ifThere(() -> container.blob(name).getProperties())
                                .filter(found -> !isGone(name, found)));
    }

    private boolean isGone(String name, BlobProperties found) {
        return container.hasExpired(found.getMetadata())
                || (!isClaimed(name, found)
                        && !found.getCreationTime()
                                .toInstant()
                                .plus(UNCLAIMED)
                                .isAfter(container.clock().instant()));
    }

    /** Whatever the app has written itself is somebody's. */
    private static boolean isClaimed(String name, BlobProperties found) {
        return !name.startsWith(ArrivalNames.FOLDER)
                || found.getMetadata().containsKey(BlobContainer.CLAIMED);
    }

    @Override
    public boolean claim(String name) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<BlobProperties> unclaimed =
                    find(name).filter(found -> !isClaimed(name, found));
            if (unclaimed.isEmpty()) {
                return false;
            }
            if (isMarked(name, unclaimed.get(), Optional.empty())) {
                return true;
            }
        }
        throw new Unavailable("A blob is changed again and again.");
    }

    @Override
    public boolean keep(String name, Optional<Instant> expires) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<BlobProperties> found = find(name);
            if (found.isEmpty()) {
                return false;
            }
            // First: what the sweep goes by must never be older than what readers go by.
            BlobContainer.unlessAway(
                    () ->
                            BlobContainer.ifThere(
                                    () -> {
                                        container.blob(name).setTags(BlobContainer.marks(expires));
                                        return true;
                                    }));
            if (isMarked(name, found.get(), expires)) {
                return true;
            }
        }
        throw new Unavailable("A blob is changed again and again.");
    }

    /** Whether the blob was still the one that was looked at, and is marked now. */
    private boolean isMarked(String name, BlobProperties found, Optional<Instant> expires) {
        Map<String, String> metadata = new HashMap<>(found.getMetadata());
        metadata.remove(BlobContainer.EXPIRES);
        metadata.putAll(BlobContainer.marks(expires));
        metadata.put(BlobContainer.CLAIMED, YES);
        BlobRequestConditions same = new BlobRequestConditions().setIfMatch(quoted(found));
        return BlobContainer.unlessAway(
                () -> {
                    try {
                        container
                                .blob(name)
                                .setMetadataWithResponse(metadata, same, null, Context.NONE);
                        return true;
                    } catch (BlobStorageException e) {
                        if (e.getStatusCode() == 404 || e.getStatusCode() == 412) {
                            return false;
                        }
                        throw e;
                    }
                });
    }

    /** The client gives tags without their quotation marks. */
    private static String quoted(BlobProperties found) {
        String tag = found.getETag();
        return tag.startsWith("\"") ? tag : '"' + tag + '"';
    }
}
