package no.altinn.rest.file;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a front write and read files that never pass through this app. Names are those of {@link
 * Files}, and both speak of the same files. Implementations are thread-safe.
 *
 * <p>Every method throws {@link no.altinn.platform.client.Unavailable} if the store does not
 * answer.
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
     * nothing behind.
     *
     * @param name of which there is no file yet
     */
    URI toWrite(String name);

    /** An address from which one file can be fetched by {@code GET}. */
    URI toRead(String name);

    /** What has come under a name, claimed or not; empty if nothing has, or it has expired. */
    Optional<ArrivedFile> arrived(String name);

    /**
     * Claims a file, or lets a claimed one go away at another time, without reading it.
     *
     * @param expires from when on it is gone; empty for never
     * @return whether it is there
     */
    boolean keep(String name, Optional<Instant> expires);
}
