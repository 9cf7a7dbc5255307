package no.altinn.rest.print;

/** So much is being printed at this moment that one more print would wait for too long. */
public final class TooManyPrints extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyPrints() {
        super("Too much is being printed at this moment, please try again");
    }
}
