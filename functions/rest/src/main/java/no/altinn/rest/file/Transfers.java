package no.altinn.rest.file;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a front write and read files that never pass through this app. Names are those of {@link
 * Files}, and both speak of the same files. Implementations are thread-safe.
 *
 * <p>Every method throws {@link IllegalArgumentException} for another name, and {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer.
 */
public interface Transfers {
    /** How long an address that is given out may be used. */
    Duration VALID = Duration.ofMinutes(15);

    /** How long a file is kept that has come and is not claimed. */
    Duration UNCLAIMED = Duration.ofHours(24);

    /** The most bytes of a file: 200 MiB. */
    long MOST_BYTES = 200L << 20;

    /**
     * An address to which one file can be sent, once, by {@code PUT}. A file that breaks off leaves
     * nothing behind, and one that is there already is not written over.
     *
     * @param name below {@link ArrivalNames#FOLDER}, of which there is no file yet
     */
    URI toWrite(String name);

    /**
     * An address from which one file can be fetched by {@code GET}. A file that is not there any
     * more, or has expired, cannot be fetched from it.
     */
    URI toRead(String name);

    /** What has come under a name, claimed or not; empty if nothing has, or it has expired. */
    Optional<ArrivedFile> arrived(String name);

    /**
     * Claims a file that has come, which stays for good then.
     *
     * @return whether it was there and not claimed; of several who ask at once, one hears so
     */
    boolean claim(String name);

    /**
     * Lets a file, claimed or not, go away at another time, without reading it. It is claimed then.
     *
     * @param expires from when on it is gone, to the second; empty for never
     * @return whether it is there
     */
    boolean keep(String name, Optional<Instant> expires);
}
