package no.altinn.rest.payment;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Payment;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.State;

import java.time.Clock;
import java.util.Optional;

/**
 * Leads users to the payment that a form waits for, and archives the form once it is paid for. What
 * counts is what the provider says when it is asked for the message's own reference; nothing that a
 * browser brings back can stand for it. Thread-safe.
 */
public final class PayForForm {
    private final Messages messages;
    private final Access access;
    private final Catalogue catalogue;
    private final PaymentProvider provider;
    private final Clock clock;

    public PayForForm(
            Messages messages,
            Access access,
            Catalogue catalogue,
            PaymentProvider provider,
            Clock clock) {
        this.messages = messages;
        this.access = access;
        this.catalogue = catalogue;
        this.provider = provider;
        this.clock = clock;
    }

    /**
     * Begins a payment, or goes on with it. Who has paid already, and did not find the way back, is
     * not asked to pay again.
     *
     * @param id that of the form while it waits
     * @throws Refusal if there is no such form, it waits for no payment, or the user may not send
     *     it in
     * @throws no.altinn.rest.outside.OutsideFailed if the provider does not answer as it should
     */
    public NextStep begin(Actor actor, MessageId id) {
        Optional<Message> found = messages.find(actor.party().partyId(), id);
        if (found.isEmpty()) {
            return new NextStep.Done(paidBefore(actor, id).id());
        }
        Message message = found.get();
        access.require(actor, message, Action.WRITE);
        Optional<String> known = message.paymentAwaited();
        Payment.At payment = payment(message);
        Optional<String> reference = known.isPresent() ? known : given(message);
        if (reference.isEmpty()) {
            return new NextStep.Done(paidBefore(actor, id).id());
        }
        return provider.isPaid(payment.status(), reference.get())
                ? new NextStep.Done(archive(actor, message, reference.get()))
                : new NextStep.Pay(payment.page(), reference.get());
    }

    /**
     * The reference of a form that an earlier build stored without one. It is stored before anybody
     * learns of it. Empty if the form has left the place where it waited.
     */
    private Optional<String> given(Message message) {
        try {
            return messages.change(message.party(), message.id(), Message::payable)
                    .paymentAwaited();
        } catch (Refusal.Absent e) {
            // Another request gave it one, and found it paid.
            return Optional.empty();
        }
    }

    /**
     * Ends a payment. To end it again, or twice at the same time, archives nothing again.
     *
     * @param id that of the form while it waits
     * @param reference what the way back names
     * @return the form's id in the archive
     * @throws Refusal if there is no such form, it waits for another payment or none, or the user
     *     may not send it in
     * @throws NotPaid if the provider says so
     * @throws no.altinn.rest.outside.OutsideFailed if the provider does not answer as it should
     */
    public MessageId end(Actor actor, MessageId id, String reference) {
        Optional<Message> found = messages.find(actor.party().partyId(), id);
        if (found.isEmpty()) {
            return paidBefore(actor, id, reference);
        }
        Message message = found.get();
        access.require(actor, message, Action.WRITE);
        message.requirePayment(reference);
        if (!provider.isPaid(payment(message).status(), reference)) {
            throw new NotPaid();
        }
        return archive(actor, message, reference);
    }

    private Payment.At payment(Message message) {
        Payment payment =
                catalogue
                        .service(message.origin().service())
                        .flatMap(Service::payment)
                        .orElseThrow(
                                () -> new Refusal.Forbidden("The service takes no payment now"));
        if (payment instanceof Payment.At at) {
            return at;
        }
        throw new Refusal.Forbidden(
                "It is not known where the form is paid for; the service's owner must enter the"
                        + " addresses Page and Status of Payment in the catalogue");
    }

    private MessageId archive(Actor actor, Message message, String reference) {
        String name = access.nameOf(actor);
        try {
            return messages.change(
                            message.party(),
                            message.id(),
                            now -> now.paid(reference, clock.instant(), name))
                    .id();
        } catch (Refusal.Absent e) {
            // Another request about the same payment was faster.
            return paidBefore(actor, message.id(), reference);
        }
    }

    private MessageId paidBefore(Actor actor, MessageId id, String reference) {
        Message message = paidBefore(actor, id);
        if (!payment(message.state()).equals(Optional.of(reference))) {
            throw new Refusal.Forbidden("The payment is not the one that archived the message");
        }
        return message.id();
    }

    private Message paidBefore(Actor actor, MessageId id) {
        Message message =
                messages.find(actor.party().partyId(), new MessageId(true, id.number()))
                        .filter(found -> payment(found.state()).isPresent())
                        .orElseThrow(Refusal.Absent::new);
        access.require(actor, message, Action.WRITE);
        return message;
    }

    private static Optional<String> payment(State state) {
        return state instanceof State.Archived archived ? archived.payment() : Optional.empty();
    }
}
