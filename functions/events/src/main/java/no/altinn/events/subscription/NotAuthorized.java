package no.altinn.events.subscription;

import java.util.Optional;

/** The policy of a resource does not permit the subscription. The caller reads the message. */
public final class NotAuthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /**
     * A subscription that is not permitted.
     *
     * @param action what the policy was asked about
     */
    NotAuthorized(String consumer, String action, Filters filters) {
        super(
                "Not authorized to create a subscription for resource %s."
                        .formatted(filters.resource()));
        this.detail =
                getMessage()
                        + " The policy gives the consumer '%s' no permit for the action '%s' on it%s"
                                .formatted(consumer, action, about(filters.subject()));
    }

    /** Most policies permit all subjects' events to service owners alone. */
    private static String about(Optional<String> subject) {
        return subject.isPresent()
                ? " with this 'subjectFilter'."
                : ". Without service owner's rights, set 'subjectFilter' to a subject that you may act for.";
    }

    /** The message and what the policy was asked. */
    public String detail() {
        return detail;
    }
}
