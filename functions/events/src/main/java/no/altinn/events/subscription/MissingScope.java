package no.altinn.events.subscription;

/** A caller without the scope for subscriptions asks for one on a resource that is no app. */
public final class MissingScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String scope;

    MissingScope(String scope) {
        super("The scope for subscriptions is missing.");
        this.scope = scope;
    }

    /** The scope that the caller's token lacks. */
    public String scope() {
        return scope;
    }
}
