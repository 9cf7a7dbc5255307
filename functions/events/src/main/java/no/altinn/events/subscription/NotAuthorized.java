package no.altinn.events.subscription;

/** The policy of a resource does not permit the subscription. The caller reads the message. */
public final class NotAuthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAuthorized(String resource) {
        super("Not authorized to create a subscription for resource %s.".formatted(resource));
    }
}
