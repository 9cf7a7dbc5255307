package no.altinn.local.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends files to and fetches them from a store that speaks HTTP as Azure's blobs do: one {@code
 * PUT} makes a blob, and a shared access signature in the address says who may. Nothing of the
 * client's request goes along. Thread-safe.
 */
public final class HttpFileTransfer implements FileTransfer {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long the store may be silent. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final int MOST_OF_A_REFUSAL = 1024;

    @Override
    public Sending send(URI to, long length) throws IOException {
        HttpURLConnection connection = open(to);
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("x-ms-blob-type", "BlockBlob");
        connection.setRequestProperty("Content-Type", "application/octet-stream");
        connection.setDoOutput(true);
        // Neither held in memory nor sent in chunks, which the store would not take.
        connection.setFixedLengthStreamingMode(length);
        try {
            return new Writing(connection, Channels.newChannel(connection.getOutputStream()));
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    @Override
    public Fetching fetch(URI from) throws IOException {
        HttpURLConnection connection = open(from);
        try {
            require(connection, 200);
            return new Reading(
                    connection,
                    connection.getContentLengthLong(),
                    Channels.newChannel(connection.getInputStream()));
        } catch (IOException e) {
            connection.disconnect();
            throw e;
        }
    }

    private static HttpURLConnection open(URI address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) ANSWER.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        return connection;
    }

    private static void require(HttpURLConnection connection, int status) throws IOException {
        int answered = connection.getResponseCode();
        if (answered == status) {
            return;
        }
        try (InputStream error = connection.getErrorStream()) {
            String text =
                    error == null
                            ? ""
                            : new String(
                                    error.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
            throw new TransferRefused(answered, text);
        }
    }

    private record Writing(HttpURLConnection connection, WritableByteChannel body)
            implements Sending {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                body.write(bytes);
            }
        }

        @Override
        public void finish() throws IOException {
            body.close();
            require(connection, 201);
        }

        /** The store throws away what has not come whole. */
        @Override
        public void close() {
            connection.disconnect();
        }
    }

    private record Reading(HttpURLConnection connection, long length, ReadableByteChannel body)
            implements Fetching {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return body.read(into);
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
