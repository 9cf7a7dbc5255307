package no.altinn.local.host.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * How a front sends files to a store, and fetches them, at the addresses that an app has told it.
 * Calls block. Implementations are thread-safe; what they give is for one thread.
 */
public interface FileTransfer {
    /**
     * Begins to send a file.
     *
     * @param length in bytes
     * @throws TransferRefused if the address is not good for that
     * @throws IOException if the store is away
     */
    Sending send(URI to, long length) throws IOException;

    /**
     * Begins to fetch a file.
     *
     * @throws TransferRefused if the address is not good for that, or there is no file
     * @throws IOException if the store is away
     */
    Fetching fetch(URI from) throws IOException;

    /** A file on its way in. One that is closed before it is finished leaves nothing behind. */
    interface Sending extends Closeable {
        /**
         * Sends all bytes that remain in the buffer.
         *
         * @throws IOException if they are more than announced, or the store is away
         */
        void write(ByteBuffer bytes) throws IOException;

        /**
         * Ends the file, which is whole and durable when this returns.
         *
         * @throws IOException if it is shorter than announced, or the store does not take it
         */
        void finish() throws IOException;
    }

    /** A file on its way out. */
    interface Fetching extends Closeable {
        /** In bytes. */
        long length();

        /**
         * Reads some bytes into the buffer.
         *
         * @return how many; -1 at the end
         * @throws IOException if the store is away
         */
        int read(ByteBuffer into) throws IOException;
    }
}
