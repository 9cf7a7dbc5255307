package no.altinn.rest.azure;

import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.models.TaggedBlobItem;

import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.Transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;

/** Removes blobs that nobody wants any more. For one sweep. */
final class BlobSweep {
    /** As many days as sweeps may fail one after another. */
    private static final int DAYS = 8;

    private final BlobContainer container;
    private final Instant now;

    BlobSweep(BlobContainer container) {
        this.container = container;
        this.now = container.clock().instant();
    }

    /** Removes those that have expired, while they still have the tag by which they were found. */
    int expired() {
        String isExpired =
                "\"%s\" <= '%s'".formatted(BlobContainer.EXPIRES, BlobContainer.text(now));
        String inContainer = "@container='%s' AND %s".formatted(BlobContainer.NAME, isExpired);
        BlobRequestConditions still = new BlobRequestConditions().setTagsConditions(isExpired);
        int removed = 0;
        for (TaggedBlobItem found : container.service().get().findBlobsByTags(inContainer)) {
            removed += removed(found.getName(), still) ? 1 : 0;
        }
        return removed;
    }

    /** Removes those that came and were not claimed in time, unless they are claimed just now. */
    int unclaimed() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return IntStream.rangeClosed(1, DAYS)
                .mapToObj(today::minusDays)
                .mapToInt(day -> BlobContainer.ifThere(() -> unclaimedOf(day)).orElse(0))
                .sum();
    }

    private int unclaimedOf(LocalDate day) {
        ListBlobsOptions named =
                new ListBlobsOptions()
                        .setPrefix(ArrivalNames.folder(day))
                        .setDetails(new BlobListDetails().setRetrieveMetadata(true));
        int removed = 0;
        for (BlobItem blob : container.client().listBlobs(named, null)) {
            if (isUnclaimed(blob)) {
                BlobRequestConditions same =
                        new BlobRequestConditions()
                                .setIfMatch(quoted(blob.getProperties().getETag()));
                removed += removed(blob.getName(), same) ? 1 : 0;
            }
        }
        return removed;
    }

    private boolean isUnclaimed(BlobItem blob) {
        Map<String, String> metadata = blob.getMetadata();
        Instant came = blob.getProperties().getCreationTime().toInstant();
        return (metadata == null || !metadata.containsKey(BlobContainer.CLAIMED))
                && !came.plus(Transfers.UNCLAIMED).isAfter(now);
    }

    private static String quoted(String tag) {
        return tag.startsWith("\"") ? tag : '"' + tag + '"';
    }

    private boolean removed(String name, BlobRequestConditions condition) {
        try {
            container
                    .blob(name)
                    .deleteWithResponse(
                            DeleteSnapshotsOptionType.INCLUDE, condition, null, Context.NONE);
            return true;
        } catch (BlobStorageException e) {
            if (e.getStatusCode() == 404 || e.getStatusCode() == 412) {
                return false;
            }
            throw e;
        }
    }
}
