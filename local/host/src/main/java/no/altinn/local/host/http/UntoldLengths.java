package no.altinn.local.host.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;

/**
 * Leaves {@code Content-Length: 0} out of 304 Not Modified, to which Jetty adds it. There the
 * header would tell the length of the body that the client has already (RFC 9110 §8.6, §15.4.5).
 */
final class UntoldLengths extends HttpStream.Wrapper {
    UntoldLengths(HttpStream stream) {
        super(stream);
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.Response response,
            boolean last,
            ByteBuffer content,
            Callback callback) {
        super.send(
                request, isWrong(response) ? untold(response) : response, last, content, callback);
    }

    private static boolean isWrong(MetaData.Response response) {
        return response != null
                && response.getStatus() == HttpStatus.NOT_MODIFIED_304
                && response.getHttpFields().getLongField(HttpHeader.CONTENT_LENGTH) == 0;
    }

    private static MetaData.Response untold(MetaData.Response response) {
        return new MetaData.Response(
                response.getStatus(),
                response.getReason(),
                response.getHttpVersion(),
                HttpFields.build(response.getHttpFields())
                        .remove(HttpHeader.CONTENT_LENGTH)
                        .asImmutable(),
                response.getContentLength(),
                response.getTrailersSupplier());
    }
}
