package no.altinn.rest.message;

/** Something that a user asked for and does not get. The message is for the user. */
public abstract sealed class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Refusal(String message) {
        super(message);
    }

    /** There is no such message, form or attachment in the box. */
    public static final class Absent extends Refusal {
        private static final long serialVersionUID = 1L;

        public Absent() {
            super("Not Found");
        }
    }

    /** The user lacks the right, or the message is in a state that does not allow it. */
    public static final class Forbidden extends Refusal {
        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message);
        }
    }

    /** The user is not authenticated surely enough (rest-api.md §4, Level). */
    public static final class LevelTooLow extends Refusal {
        private static final long serialVersionUID = 1L;

        public LevelTooLow(int needed, int current) {
            super(
                    "This operation requires authentication level %d Current level is only %d"
                            .formatted(needed, current));
        }
    }

    /** What was sent cannot be stored. */
    public static final class Invalid extends Refusal {
        private static final long serialVersionUID = 1L;

        public Invalid(String message) {
            super(message);
        }
    }

    /** Forms that do not follow their schemas. */
    public static final class FailedValidation extends Refusal {
        private static final long serialVersionUID = 1L;

        private final transient Validation validation;

        public FailedValidation(Validation validation) {
            super("Form validation failed, see the attached validation details");
            this.validation = validation;
        }

        public Validation validation() {
            return validation;
        }
    }

    /** The message is in the bin, where it stays as it is. */
    public static final class Deleted extends Refusal {
        private static final long serialVersionUID = 1L;

        public Deleted() {
            super("The message has been deleted");
        }
    }

    /** Others changed the message again and again meanwhile. */
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1L;

        public Conflict() {
            super("The message was changed by another request; read it again");
        }
    }
}
