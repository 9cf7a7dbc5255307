package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.util.Map;

/** A client's request without its body, as the front shows it to the app. */
final class TransferQuestion extends Request.Wrapper {
    private final HttpFields headers;

    /**
     * @param more headers of the front's own
     */
    TransferQuestion(Request request, Map<String, String> more) {
        super(request);
        HttpFields.Mutable own = HttpFields.build(request.getHeaders());
        own.remove(HttpHeader.TRANSFER_ENCODING);
        own.remove(HttpHeader.EXPECT);
        own.put(HttpHeader.CONTENT_LENGTH, "0");
        more.forEach(own::put);
        this.headers = own.asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public long getLength() {
        return 0;
    }

    @Override
    public Content.Chunk read() {
        return Content.Chunk.EOF;
    }

    @Override
    public void demand(Runnable task) {
        task.run();
    }
}
