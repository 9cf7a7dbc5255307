package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Visit;
import no.altinn.rest.message.MessageId;

/** Where forms are paid for: below {@code payment}, since a browser comes there without a key. */
public final class PaymentAddress {
    /** The parameter that names the application which the payment leads back to. */
    public static final String APPLICATION = "application";

    private PaymentAddress() {}

    /** The address of a visit's party and a form: {@code B/payment/my/a1}. */
    public static String of(Visit visit, MessageId id) {
        return visit.address("payment/%s/%s".formatted(visit.value("who"), id));
    }

    /**
     * The same with the application, to which clients append a {@code returnurl}.
     *
     * @param application its id, a GUID
     */
    static String of(Visit visit, MessageId id, String application) {
        return of(visit, id) + "?" + APPLICATION + "=" + application;
    }
}
