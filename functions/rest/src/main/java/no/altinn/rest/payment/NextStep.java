package no.altinn.rest.payment;

import no.altinn.rest.message.MessageId;

import java.net.URI;

/** Where somebody goes on who wants to pay for a form. */
public sealed interface NextStep {
    /**
     * To the page on which people pay.
     *
     * @param page its address, to which the reference and a way back are to be added
     * @param reference of the payment
     */
    record Pay(URI page, String reference) implements NextStep {}

    /**
     * Back: the form was paid for already.
     *
     * @param archived the form's id in the archive
     */
    record Done(MessageId archived) implements NextStep {}
}
