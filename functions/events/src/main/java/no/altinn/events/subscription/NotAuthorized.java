package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;

import java.util.Optional;

/** The policy of a resource does not permit the subscription. The caller reads the message. */
public final class NotAuthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    private NotAuthorized(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    /**
     * The policy gives the consumer no permit.
     *
     * @param action what the policy was asked about
     */
    static NotAuthorized toConsumer(String consumer, String action, Filters filters) {
        String refusal = refusal(filters);
        return new NotAuthorized(
                refusal,
                refusal
                        + (" The policy gives the consumer '%s' no permit for the"
                                        + " action '%s' on it%s")
                                .formatted(consumer, action, about(filters.subject())));
    }

    /** What became of subscriptions is told to their own consumer alone. */
    static NotAuthorized toOthersOperations(String consumer, Filters filters) {
        String refusal = refusal(filters);
        return new NotAuthorized(
                refusal, refusal + " Set 'subjectFilter' to '%s'.".formatted(consumer));
    }

    /**
     * The policy permits it to tokens of a higher level alone.
     *
     * @param asked the level that would do
     */
    static NotAuthorized atLevel(AltinnToken caller, int asked, Filters filters) {
        String refusal =
                "%s It asks for authentication level %d, and the token has level %d."
                        .formatted(refusal(filters), asked, caller.authenticationLevel());
        return new NotAuthorized(refusal, refusal);
    }

    private static String refusal(Filters filters) {
        return "Not authorized to create a subscription for resource %s."
                .formatted(filters.resource());
    }

    /** Most policies permit all subjects' events to service owners alone. */
    private static String about(Optional<String> subject) {
        return subject.isPresent()
                ? " with this 'subjectFilter'."
                : ". Without service owner's rights, set 'subjectFilter' to a subject"
                        + " that you may act for.";
    }

    /** The message and what the policy was asked. */
    public String detail() {
        return detail;
    }
}
