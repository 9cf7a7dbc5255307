package no.altinn.bench.files;

import java.io.IOException;
import java.nio.file.Path;

/** A way for files, over loopback, from one process to another and back. */
interface Way {
    /** Sends a file, which is on the other side's disk when this returns. */
    void send(int number, Path file) throws IOException;

    /** Fetches the file that was sent under this number before the turn, and throws it away. */
    void fetch(int number) throws IOException;
}
