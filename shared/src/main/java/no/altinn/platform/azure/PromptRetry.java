package no.altinn.platform.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RetryStrategy;

import java.time.Duration;

/**
 * Tries a request again once, soon: while a caller waits for the answer. A service that asks for a
 * longer pause is not asked again; the caller decides when.
 */
final class PromptRetry implements RetryStrategy {
    private static final Duration PAUSE = Duration.ofMillis(200);

    @Override
    public int getMaxRetries() {
        return 1;
    }

    @Override
    public Duration calculateRetryDelay(int retryAttempts) {
        return PAUSE;
    }

    @Override
    public boolean shouldRetry(HttpResponse response) {
        return RetryStrategy.super.shouldRetry(response) && !asksForPause(response);
    }

    private static boolean asksForPause(HttpResponse response) {
        String seconds = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        return seconds != null && !seconds.equals("0");
    }
}
