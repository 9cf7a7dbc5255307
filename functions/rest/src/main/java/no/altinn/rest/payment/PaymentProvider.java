package no.altinn.rest.payment;

import java.net.URI;

/** Asks those who take payments, server to server. Implementations are thread-safe. */
@FunctionalInterface
public interface PaymentProvider {
    /**
     * Whether a payment has been made.
     *
     * @param status where it is asked
     * @param reference of the payment
     * @return false for one that has not been made, or has not even begun
     * @throws no.altinn.rest.outside.OutsideFailed if the answer cannot be had
     * @throws no.altinn.rest.outside.OutsideBusy if too many are asked at this moment
     */
    boolean isPaid(URI status, String reference);
}
