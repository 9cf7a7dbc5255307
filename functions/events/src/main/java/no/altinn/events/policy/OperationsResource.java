package no.altinn.events.policy;

import java.util.Optional;

/**
 * The resource on which this service tells consumers what became of their subscriptions. It has no
 * policy: each consumer may see what is about itself, and nothing else.
 */
public final class OperationsResource {
    /** Its name in events and filters. */
    public static final String URN = "urn:altinn:resource:altinn-events-operations";

    private OperationsResource() {}

    /** Whether a resource is this one. */
    public static boolean is(String resource) {
        return resource.equalsIgnoreCase(URN);
    }

    /**
     * Whether a consumer may see what is about a subject.
     *
     * @param subject empty for events about every subject, which no consumer may see
     */
    public static boolean permits(String consumer, Optional<String> subject) {
        return subject.filter(consumer::equals).isPresent();
    }
}
