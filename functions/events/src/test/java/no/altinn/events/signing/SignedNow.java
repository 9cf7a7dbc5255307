package no.altinn.events.signing;

import no.altinn.events.subscription.Subscription;
import no.altinn.events.webhook.WebhookRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests that were signed as the platform does, about now, for programs that look at the clock.
 */
final class SignedNow {
    static final String BODY = "{\"data\":{\"navn\":\"Åse <&>\",\"tall\":1.0}}";

    private final SigningBed bed = new SigningBed();
    private final SigningBed.Worker process = bed.process();
    private WebhookRequest request;

    /** One signed with a first key of this scheme. */
    SignedNow(Scheme scheme) {
        bed.clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        bed.keyless(7);
        rotate(scheme);
    }

    /** The same with one key more; the older ones sign along. */
    SignedNow rotate(Scheme scheme) {
        process.secrets.rotate(
                bed.stored(7), new Rotation(Optional.of(scheme), Duration.ofDays(1)));
        return at(Duration.ZERO);
    }

    /** The same, sent so long ago. */
    SignedNow at(Duration ago) {
        Subscription subscription = bed.stored(7);
        request =
                process.requests.of(
                        subscription,
                        subscription.key(),
                        "S1mQk0xW3rj5yq7cJm2b9uYw8v4tLz6nHd0gEaPfXoI",
                        bed.clock.instant().minus(ago),
                        BODY);
        return this;
    }

    /** What the owner was shown. */
    String shown() {
        return process.secrets.show(bed.stored(7)).forVerifying();
    }

    String header(String name) {
        return request.headers().get(name);
    }

    /** The headers by their names in lower case. */
    Map<String, String> headers() {
        return new TreeMap<>(request.headers());
    }

    Map<String, List<String>> headerLists() {
        Map<String, List<String>> lists = new TreeMap<>();
        request.headers().forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
