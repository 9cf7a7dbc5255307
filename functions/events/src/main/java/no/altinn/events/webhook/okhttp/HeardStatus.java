package no.altinn.events.webhook.okhttp;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

import java.util.OptionalInt;

/**
 * Keeps the status of a call's answer. OkHttp tells it before it judges what follows, and may fail
 * the call for that: a 204 that announces a body, a number in a header that is too large.
 */
final class HeardStatus extends EventListener {
    private static final int LOWEST = 100;

    private int status;

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        status = response.code();
    }

    /** The status; empty while no answer has come, or when it is none of HTTP. */
    OptionalInt status() {
        return status < LOWEST ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
