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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The client of a custom topic, with bounded retries. */
final class EventGridTopic {
    private static final int RETRIES = 2;

    private static final int TOO_MANY_REQUESTS = 429;

    /** Ten seconds in all: a relay has five minutes, and may send several requests. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10 / RETRIES);

    /** The headers that the client obeys, with their units. */
    private static final Map<HttpHeaderName, Duration> WAITS =
            Map.of(
                    HttpHeaderName.RETRY_AFTER, Duration.ofSeconds(1),
                    HttpHeaderName.RETRY_AFTER_MS, Duration.ofMillis(1),
                    HttpHeaderName.X_MS_RETRY_AFTER_MS, Duration.ofMillis(1));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

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
     * A topic that is busy (429) or fails is tried again, after the time that it asks for. The
     * client would wait for it without a bound, and the relay of all other events would wait with
     * it: the retry queue is the place to wait for longer.
     */
    private static boolean isWorthAnotherTry(RequestRetryCondition tried) {
        HttpResponse answer = tried.getResponse();
        if (answer == null) {
            return tried.getThrowable() instanceof IOException;
        }
        boolean isPassing =
                answer.getStatusCode() == TOO_MANY_REQUESTS || answer.getStatusCode() >= 500;
        return isPassing && WAITS.keySet().stream().allMatch(header -> isShort(answer, header));
    }

    /** A date is not waited for: it may be far away, whatever this machine's clock says. */
    private static boolean isShort(HttpResponse answer, HttpHeaderName header) {
        return Optional.ofNullable(answer.getHeaderValue(header))
                .map(asked -> NUMBER.matcher(asked).matches() && isShort(asked, WAITS.get(header)))
                .orElse(true);
    }

    private static boolean isShort(String asked, Duration unit) {
        return unit.multipliedBy(Long.parseLong(asked)).compareTo(LONGEST_WAIT) <= 0;
    }
}
