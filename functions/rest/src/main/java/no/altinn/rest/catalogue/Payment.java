package no.altinn.rest.catalogue;

import java.net.URI;

/** How a form is paid for before it is archived. */
public sealed interface Payment {
    /**
     * To somebody who takes payments.
     *
     * @param page where people pay
     * @param status where this system asks whether they have paid
     */
    record At(URI page, URI status) implements Payment {}

    /**
     * To nobody yet: that the form is paid for was stored before services named the two addresses.
     * Forms wait until the service's owner enters them.
     */
    record Unaddressed() implements Payment {}
}
