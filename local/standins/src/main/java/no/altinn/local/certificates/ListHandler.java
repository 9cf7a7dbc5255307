package no.altinn.local.certificates;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** Serves a list of revoked certificates (RFC 5280 §4.2.1.13, RFC 2585 §4.2). */
final class ListHandler extends Handler.Abstract.NonBlocking {
    private final String path;
    private final Supplier<byte[]> list;

    /**
     * Serves a list.
     *
     * @param list gives the list in DER
     */
    ListHandler(String path, Supplier<byte[]> list) {
        this.path = path;
        this.list = list;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET")
                || !request.getHttpURI().getPath().equalsIgnoreCase(path)) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/pkix-crl");
        response.write(true, ByteBuffer.wrap(list.get()), callback);
        return true;
    }
}
