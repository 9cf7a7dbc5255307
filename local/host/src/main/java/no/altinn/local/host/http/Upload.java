package no.altinn.local.host.http;

import no.altinn.local.web.UnreadBody;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * One file on its way from a client past the app into the store: the app is asked, the body is
 * streamed where the app says, and the app is asked again. The client sends no faster than the
 * store takes it. For one thread.
 */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    private final Handler app;
    private final FileTransfer files;
    private final Semaphore places;
    private final FrontAnswers answers;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Semaphore more = new Semaphore(0);
    private final Runnable whenMore =
            Invocable.from(Invocable.InvocationType.NON_BLOCKING, more::release);

    Upload(
            Handler app,
            FileTransfer files,
            Semaphore places,
            FrontAnswers answers,
            Request request,
            Response response,
            Callback callback) {
        this.app = app;
        this.files = files;
        this.places = places;
        this.answers = answers;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** The client's body does not come. */
    private static final class ClientFailed extends Exception {
        private static final long serialVersionUID = 1L;

        ClientFailed(Throwable cause) {
            super(cause);
        }
    }

    /** Whether there was an app for the request. */
    boolean handle() throws Exception {
        Map<String, String> about = new LinkedHashMap<>();
        long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (length >= 0) {
            about.put(TransferHeaders.LENGTH, Long.toString(length));
        }
        Optional<HeldAnswer> begun = ask("begin", about);
        if (begun.isEmpty()) {
            return false;
        }
        Optional<String> to = begun.get().header(TransferHeaders.TO);
        if (to.isEmpty()) {
            begun.get().send(response, behind());
        } else if (!places.tryAcquire()) {
            answers.full(request, response, behind());
        } else {
            try {
                stream(URI.create(to.get()), length);
            } catch (ClientFailed e) {
                callback.failed(e.getCause());
                return true;
            } catch (IOException e) {
                LOG.warn("A file was not stored", e);
                answers.away(request, response, behind());
                return true;
            } finally {
                places.release();
            }
            begun.get()
                    .header(TransferHeaders.FILE)
                    .ifPresent(file -> about.put(TransferHeaders.FILE, file));
            ask("commit", about).orElseThrow().send(response, callback);
        }
        return true;
    }

    private Callback behind() {
        return UnreadBody.behind(request, response, callback);
    }

    private Optional<HeldAnswer> ask(String step, Map<String, String> about) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(about);
        headers.put(TransferHeaders.STEP, step);
        HeldAnswer answer = new HeldAnswer(request, response);
        Callback.Completable answered = new Callback.Completable();
        if (!app.handle(new TransferQuestion(request, headers), answer, answered)) {
            return Optional.empty();
        }
        answered.get();
        return Optional.of(answer);
    }

    private void stream(URI to, long length)
            throws IOException, ClientFailed, InterruptedException {
        PacedRequest paced = Request.as(request, PacedRequest.class);
        if (paced != null) {
            paced.passOn();
        }
        try (FileTransfer.Sending sending = files.send(to, length)) {
            for (boolean isLast = false; !isLast; ) {
                Content.Chunk chunk = next();
                try {
                    isLast = chunk.isLast();
                    sending.write(chunk.getByteBuffer());
                } finally {
                    chunk.release();
                }
            }
            sending.finish();
        }
    }

    private Content.Chunk next() throws ClientFailed, InterruptedException {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk != null) {
                if (Content.Chunk.isFailure(chunk)) {
                    throw new ClientFailed(chunk.getFailure());
                }
                return chunk;
            }
            request.demand(whenMore);
            more.acquire();
        }
    }
}
