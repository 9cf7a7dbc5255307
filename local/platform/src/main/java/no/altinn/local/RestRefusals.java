package no.altinn.local;

import no.altinn.local.host.http.RefusalForm;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.rest.representation.Format;
import no.altinn.rest.representation.Negotiation;
import no.altinn.rest.representation.Writer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

import java.util.regex.Pattern;

/**
 * Tells clients of the REST API what the host refuses by itself as the API tells its own refusals:
 * in the representation that they accept, with a code that is the status and two zeros.
 */
final class RestRefusals implements RefusalForm {
    /** The API's addresses in any spelling; the test tools stand before it. */
    private static final Pattern ADDRESSES =
            Pattern.compile("/+api(?!/+get[a-z])(?:/.*)?", Pattern.CASE_INSENSITIVE);

    /** This form for addresses of the API, and problem details for all others. */
    static RefusalForm byAddress() {
        RefusalForm rest = new RestRefusals();
        return (request, status, detail) ->
                (isOfApi(request) ? rest : PROBLEM).answer(request, status, detail);
    }

    private static boolean isOfApi(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path != null && ADDRESSES.matcher(path).matches();
    }

    @Override
    public Answer answer(Request request, int status, String detail) {
        String accept = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        Format format = Negotiation.of(accept);
        return Answer.of(
                        status,
                        new MediaType(format.mediaType()),
                        Writer.of(format).writeError(status * 100, detail))
                .with("Vary", "Accept, Origin")
                .with("X-Content-Type-Options", "nosniff");
    }
}
