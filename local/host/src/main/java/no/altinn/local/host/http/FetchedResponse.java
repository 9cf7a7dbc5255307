package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * An app's answer on its way to the client. In the place of one that names a file goes the file,
 * under the answer's headers; it is read no faster than the client takes it.
 */
final class FetchedResponse extends Response.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(FetchedResponse.class);
    private static final int BUFFER = 64 * 1024;

    /** What an answer says of its file. */
    private static final List<String> OF_FILES =
            List.of("Content-Type", "Content-Length", "Content-Disposition", "Content-MD5", "ETag");

    private final FileTransfer files;
    private final Semaphore places;
    private final FrontAnswers answers;
    private final AwaitedWrite written = new AwaitedWrite();

    FetchedResponse(
            Request request,
            Response response,
            FileTransfer files,
            Semaphore places,
            FrontAnswers answers) {
        super(request, response);
        this.files = files;
        this.places = places;
        this.answers = answers;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (isCommitted()) {
            super.write(last, content, callback);
            return;
        }
        HttpFields.Mutable headers = getHeaders();
        String from = headers.get(TransferHeaders.FROM);
        HttpField length = headers.getField(TransferHeaders.LENGTH);
        TransferHeaders.remove(headers);
        if (from == null && isWordless(last, content)) {
            headers.remove(HttpHeader.CONTENT_LENGTH);
            answers.explain(getRequest(), getWrapped(), callback);
        } else if (from == null) {
            super.write(last, content, callback);
        } else if (getRequest().getMethod().equals("HEAD")) {
            headers.put(HttpHeader.CONTENT_LENGTH, length == null ? "0" : length.getValue());
            super.write(true, null, callback);
        } else if (!places.tryAcquire()) {
            OF_FILES.forEach(headers::remove);
            answers.full(getRequest(), getWrapped(), callback);
        } else {
            fetch(URI.create(from), callback);
        }
    }

    /** Whether the app's host has refused the request, since the app says why it does. */
    private boolean isWordless(boolean last, ByteBuffer content) {
        return last
                && getStatus() >= 400
                && !BufferUtil.hasContent(content)
                && !getHeaders().contains(HttpHeader.CONTENT_TYPE);
    }

    private void fetch(URI from, Callback callback) {
        Callback last = callback;
        try (FileTransfer.Fetching file = files.fetch(from)) {
            stream(file);
        } catch (IOException e) {
            last = failed(e, callback);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last = failed(new IOException(e), callback);
        } finally {
            places.release();
        }
        last.succeeded();
    }

    /** What is to be called now: nothing, if somebody is called already. */
    private Callback failed(IOException cause, Callback callback) {
        if (isCommitted()) {
            LOG.debug("A file was not taken", cause);
            callback.failed(cause);
        } else {
            LOG.warn("A file was not fetched", cause);
            OF_FILES.forEach(getHeaders()::remove);
            answers.away(getRequest(), getWrapped(), callback);
        }
        return Callback.NOOP;
    }

    private void stream(FileTransfer.Fetching file) throws IOException, InterruptedException {
        long left = file.length();
        getHeaders().put(HttpHeader.CONTENT_LENGTH, left);
        PacedResponse paced = Response.as(getWrapped(), PacedResponse.class);
        if (paced != null) {
            paced.stream(left);
        }
        if (left == 0) {
            write(true, BufferUtil.EMPTY_BUFFER);
        }
        RetainableByteBuffer buffer =
                getRequest().getComponents().getByteBufferPool().acquire(BUFFER, true);
        try {
            ByteBuffer bytes = buffer.getByteBuffer();
            while (left > 0) {
                bytes.clear().limit((int) Math.min(bytes.capacity(), left));
                int read = file.read(bytes);
                if (read < 0) {
                    throw new EOFException("The file is shorter than the store has said");
                }
                left -= read;
                write(left == 0, bytes.flip());
            }
        } finally {
            buffer.release();
        }
    }

    private void write(boolean last, ByteBuffer bytes) throws IOException, InterruptedException {
        super.write(last, bytes, written);
        written.await();
    }
}
