package no.altinn.rest.form;

/** An XSD that forms cannot be measured by; the message tells the service owner why. */
public final class UnusableSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSchema(Throwable cause) {
        super("The schema cannot be used: " + cause.getMessage(), cause);
    }
}
