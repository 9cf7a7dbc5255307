package no.altinn.local.host.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Does for an app what API Management does for it in Azure, since a function of Java cannot: gives
 * answers their reason phrases, passes on client certificates, keeps out headers that only a front
 * may set, encodes what {@link java.net.URI} refuses in queries, and streams files past the app.
 */
public final class Front extends Handler.Wrapper {
    /** How many files pass at once. */
    static final int TRANSFERS = 32;

    private final Pattern uploads;
    private final FileTransfer files;
    private final Semaphore places;
    private final FrontAnswers answers;

    /**
     * A front.
     *
     * @param app answers the requests
     * @param uploads the paths to which files are sent by {@code POST}
     * @param files where the files of the app are
     * @param form of what the front and the app's host refuse by themselves
     */
    public Front(Handler app, Pattern uploads, FileTransfer files, RefusalForm form) {
        this(app, uploads, files, form, TRANSFERS);
    }

    Front(Handler app, Pattern uploads, FileTransfer files, RefusalForm form, int transfers) {
        super(app);
        this.uploads = uploads;
        this.files = files;
        this.places = new Semaphore(transfers);
        this.answers = new FrontAnswers(form);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ReasonPhrases.install(request);
        FrontedRequest fronted = new FrontedRequest(request);
        if (isUpload(fronted)) {
            return new Upload(getHandler(), files, places, answers, fronted, response, callback)
                    .handle();
        }
        return super.handle(
                fronted, new FetchedResponse(fronted, response, files, places, answers), callback);
    }

    private boolean isUpload(Request request) {
        // The app decodes a path too, so every spelling of it is the same address.
        String path = request.getHttpURI().getCanonicalPath();
        return request.getMethod().equals("POST")
                && path != null
                && uploads.matcher(path).matches();
    }
}
