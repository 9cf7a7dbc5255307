package no.altinn.events.subscription;

/** A caller without the scope for subscriptions asks for one on a resource that is no app. */
public final class MissingScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingScope() {
        super("The scope for subscriptions is missing.");
    }
}
