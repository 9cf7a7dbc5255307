package no.altinn.events.policy;

/** The scopes that the Events API asks for. */
public final class Scopes {
    public static final String PUBLISH = "altinn:events.publish";

    /** With it the policy is not asked whether an event may be published. */
    public static final String PUBLISH_ADMIN = "altinn:events.publish.admin";

    public static final String SUBSCRIBE = "altinn:events.subscribe";

    private Scopes() {}
}
