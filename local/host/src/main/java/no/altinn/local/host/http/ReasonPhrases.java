package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/**
 * Makes an answer's header {@code X-Reason} its reason phrase (RFC 9112 §4). The header itself does
 * not go out.
 */
final class ReasonPhrases extends HttpStream.Wrapper {
    private static final String HEADER = "X-Reason";
    private static final String MARK = ReasonPhrases.class.getName();
    private static final int LONGEST = 200;

    ReasonPhrases(HttpStream stream) {
        super(stream);
    }

    /** Makes the reasons of a request's answers their phrases. */
    static void install(Request request) {
        request.addHttpStreamWrapper(ReasonPhrases::new);
        request.setAttribute(MARK, true);
    }

    /** Gives an answer its reason, if that becomes its phrase. */
    static void say(Request request, Response response, String reason) {
        if (request.getAttribute(MARK) != null) {
            response.getHeaders().put(HEADER, fit(reason));
        }
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.Response response,
            boolean last,
            ByteBuffer content,
            Callback callback) {
        boolean isReasoned = response != null && response.getHttpFields().contains(HEADER);
        super.send(request, isReasoned ? reasoned(response) : response, last, content, callback);
    }

    private static MetaData.Response reasoned(MetaData.Response response) {
        String reason = response.getHttpFields().get(HEADER);
        return new MetaData.Response(
                response.getStatus(),
                fit(reason == null ? "" : reason),
                response.getHttpVersion(),
                HttpFields.build(response.getHttpFields()).remove(HEADER).asImmutable(),
                response.getContentLength(),
                response.getTrailersSupplier());
    }

    /** The first 200 characters; what is no printable ASCII becomes a question mark. */
    static String fit(String reason) {
        StringBuilder fitting = new StringBuilder();
        reason.chars()
                .limit(LONGEST)
                .forEach(c -> fitting.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return fitting.toString();
    }
}
