package no.altinn.events.pull;

import java.util.List;

/**
 * Which of the named locks a receiver's word counted for.
 *
 * @param succeeded the tokens of those, in the order given
 * @param failed the others, in the order given
 */
public record SettledLocks(List<String> succeeded, List<Failed> failed) {
    public SettledLocks {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
    }

    /**
     * A token that changed nothing.
     *
     * @param token as it was sent
     */
    public record Failed(String token, Reason reason) {}

    /** Why a token changed nothing. */
    public enum Reason {
        /** It is no token of this subscription. */
        BAD_TOKEN("BadToken", "This is no lock token of the subscription."),
        /** The lock has ended. */
        TOKEN_LOST("TokenLost", "The lock has run out, or has ended already.");

        private final String code;
        private final String message;

        Reason(String code, String message) {
            this.code = code;
            this.message = message;
        }

        /** The name that clients know. */
        public String code() {
            return code;
        }

        /** The reason in words. */
        public String message() {
            return message;
        }
    }
}
