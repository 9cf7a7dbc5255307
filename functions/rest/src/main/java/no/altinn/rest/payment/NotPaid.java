package no.altinn.rest.payment;

/** Somebody came back from a payment that has not been made. The form waits for it as before. */
public final class NotPaid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPaid() {
        super("The payment has not been made; open the link 'payment' of the message to pay");
    }
}
