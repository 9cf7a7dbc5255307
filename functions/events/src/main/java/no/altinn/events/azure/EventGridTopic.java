package no.altinn.events.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Configuration;
import com.azure.messaging.eventgrid.EventGridPublisherClientBuilder;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The client of a custom topic, with bounded retries. */
final class EventGridTopic {
    private static final int RETRIES = 2;

    private static final List<HttpHeaderName> WAITS =
            List.of(
                    HttpHeaderName.RETRY_AFTER,
                    HttpHeaderName.RETRY_AFTER_MS,
                    HttpHeaderName.X_MS_RETRY_AFTER_MS);

    private EventGridTopic() {}

    /**
     * A builder of the client, complete but for a credential.
     *
     * @param endpoint the topic's endpoint, with its path
     */
    static EventGridPublisherClientBuilder at(URI endpoint, HttpClient transport) {
        RetryOptions retries =
                new RetryOptions(
                                new ExponentialBackoffOptions()
                                        .setMaxRetries(RETRIES)
                                        .setBaseDelay(Duration.ofMillis(100))
                                        .setMaxDelay(Duration.ofSeconds(1)))
                        .setShouldRetryCondition(EventGridTopic::isWorthAnotherTry);
        return new EventGridPublisherClientBuilder()
                .endpoint(endpoint.toString())
                .httpClient(transport)
                .configuration(Configuration.NONE)
                .retryOptions(retries);
    }

    /**
     * The client would wait as long as the topic asks, without a bound, and the relay of all other
     * events would wait with it. The retry queue is the place to wait.
     */
    private static boolean isWorthAnotherTry(RequestRetryCondition tried) {
        HttpResponse answer = tried.getResponse();
        if (answer == null) {
            return tried.getThrowable() instanceof IOException;
        }
        return answer.getStatusCode() >= 500
                && WAITS.stream().allMatch(name -> answer.getHeaderValue(name) == null);
    }
}
