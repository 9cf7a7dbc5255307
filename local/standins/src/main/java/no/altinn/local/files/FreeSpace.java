package no.altinn.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much room there is for the files of a folder.
 *
 * @param folder the folder, which need not be there yet
 * @param bytes how many bytes this process may still write there; a quota may allow less
 */
public record FreeSpace(Path folder, long bytes) {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;

    /** What is needed for the smallest steps of a start. */
    private static final long LITTLE = MIB;

    /** Looks at the disk of a folder. */
    public static FreeSpace of(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        try {
            return new FreeSpace(folder, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            // Not known: then the disk is not taken for full.
            return new FreeSpace(folder, Long.MAX_VALUE);
        }
    }

    /**
     * What a person is told of a failure that a full disk may have caused.
     *
     * @param failure what to tell if the disk is not full
     */
    public String orFull(String failure) {
        return bytes < LITTLE ? full() : failure;
    }

    /** What a person is told of a full disk. */
    public String full() {
        return "The disk is full: in %s, %s are free. Make room there and start again. Nothing that was acknowledged is lost."
                .formatted(folder, amount());
    }

    /** The amount for a person to read, for example {@code 12 MiB}. */
    public String amount() {
        if (bytes == Long.MAX_VALUE) {
            return "an unknown number of bytes";
        }
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        return bytes < MIB
                ? bytes / KIB + " KiB"
                : bytes < GIB ? bytes / MIB + " MiB" : bytes / GIB + " GiB";
    }
}
