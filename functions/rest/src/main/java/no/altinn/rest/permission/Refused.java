package no.altinn.rest.permission;

/** Something may not be given or withdrawn. The message tells the caller why. */
public abstract sealed class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Refused(String message) {
        super(message);
    }

    /** The user may not do it. */
    public static final class Forbidden extends Refused {
        private static final long serialVersionUID = 1L;

        Forbidden(String message) {
            super(message);
        }
    }

    /** Nobody could do it: what was asked for makes no sense. */
    public static final class Senseless extends Refused {
        private static final long serialVersionUID = 1L;

        Senseless(String message) {
            super(message);
        }
    }
}
