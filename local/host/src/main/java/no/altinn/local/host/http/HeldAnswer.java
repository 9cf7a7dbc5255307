package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An app's answer to its front, which the client gets later or not at all. For one thread. */
final class HeldAnswer extends Response.Wrapper {
    private final HttpFields.Mutable headers = HttpFields.build();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    HeldAnswer(Request request, Response response) {
        super(request, response);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public HttpFields.Mutable getHeaders() {
        return headers;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (content != null) {
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            body.write(bytes, 0, bytes.length);
        }
        callback.succeeded();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Gives the answer to the client. */
    void send(Response response, Callback callback) {
        TransferHeaders.remove(headers);
        response.setStatus(status);
        headers.forEach(field -> response.getHeaders().put(field));
        response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
    }
}
