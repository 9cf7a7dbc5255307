package no.altinn.events.delivery;

/** The subscription has no delivery with the id. The caller reads the message. */
public final class UnknownDelivery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDelivery() {
        super("The subscription has no delivery with this id.");
    }
}
