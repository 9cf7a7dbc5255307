package no.altinn.events.webhook.okhttp;

import okhttp3.MediaType;
import okhttp3.RequestBody;

import okio.BufferedSink;
import okio.ByteString;

import java.io.IOException;

/**
 * A body that is sent once. OkHttp repeats requests by itself: after a lost connection, a 408, and
 * a 503 with {@code Retry-After: 0}. It does not repeat a request whose body it can write only
 * once.
 */
final class OneShotBody extends RequestBody {
    static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final ByteString bytes;

    OneShotBody(String json) {
        this.bytes = ByteString.encodeUtf8(json);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
