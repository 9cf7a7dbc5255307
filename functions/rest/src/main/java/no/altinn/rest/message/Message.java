package no.altinn.rest.message;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message of a box. Immutable. Every step on its way is a method that gives the message after it,
 * or refuses.
 *
 * @param party whose box it is in
 * @param number its number there
 * @param contents none if it was found by a search
 * @param changed when somebody last did more than read it
 * @param changedBy the name of who did
 * @param happened what subscribers are told, the oldest first
 */
public record Message(
        int party,
        long number,
        Origin origin,
        Words words,
        Instant created,
        Instant changed,
        String changedBy,
        State state,
        Contents contents,
        List<Happening> happened) {
    /** How long messages stay in the bin. */
    public static final Duration BIN = Duration.ofDays(90);

    public Message {
        happened = List.copyOf(happened);
    }

    /** A message that nobody has touched yet, and that nothing has happened to. */
    public static Message of(
            int party,
            long number,
            Origin origin,
            Words words,
            Instant created,
            String by,
            State state,
            Contents contents) {
        return new Message(
                party, number, origin, words, created, created, by, state, contents, List.of());
    }

    public MessageId id() {
        return new MessageId(state.isArchived(), number);
    }

    /** The id that an archived message had before; empty for another. */
    public Optional<MessageId> originalId() {
        return state.isArchived() ? Optional.of(new MessageId(false, number)) : Optional.empty();
    }

    /** The reference of an archived message; empty for another. */
    public Optional<String> archiveReference() {
        return state.isArchived() ? Optional.of("AR" + number) : Optional.empty();
    }

    public boolean isForm() {
        return origin.type() == ServiceType.FORM_TASK;
    }

    public boolean isBinned() {
        return state instanceof State.Binned;
    }

    /** The message after it was opened; the same one unless it was unread. */
    public Message read(Instant at) {
        return state instanceof State.Unread unread
                ? in(new State.Read(unread.toConfirm())).after(HappeningType.MESSAGE_READ, at)
                : this;
    }

    /**
     * The message after its receipt was confirmed.
     *
     * @throws Refusal.Forbidden if there is nothing to confirm
     */
    public Message confirmed(Instant at, String by) {
        if (!isToConfirm()) {
            throw new Refusal.Forbidden("The message does not need to be confirmed");
        }
        return in(new State.Confirmed()).changed(at, by).after(HappeningType.MESSAGE_CONFIRMED, at);
    }

    private boolean isToConfirm() {
        if (state instanceof State.Unread unread) {
            return unread.toConfirm();
        }
        return state instanceof State.Read read && read.toConfirm();
    }

    /**
     * The correspondence in the archive.
     *
     * @throws Refusal.Forbidden if it is archived already, must be confirmed first, or is a form
     */
    public Message archived(Instant at, String by) {
        if (isForm()) {
            throw new Refusal.Forbidden("A form is archived when it is signed and sent in");
        }
        if (!(state instanceof State.Active)) {
            throw new Refusal.Forbidden("The message is archived or deleted already");
        }
        if (isToConfirm()) {
            throw new Refusal.Forbidden("The message must be confirmed before it is archived");
        }
        return in(new State.Archived(false))
                .changed(at, by)
                .after(HappeningType.MESSAGE_ARCHIVED, at);
    }

    /** The message in the bin; the same one if it is there already. */
    public Message binned(Instant at, String by) {
        return isBinned()
                ? this
                : in(new State.Binned(state.isArchived(), at.plus(BIN)))
                        .changed(at, by)
                        .after(HappeningType.MESSAGE_DELETED, at);
    }

    /** The signed form in the archive. */
    public Message sent(Instant at, String by) {
        return in(new State.Archived(true))
                .changed(at, by)
                .after(HappeningType.MESSAGE_ARCHIVED, at);
    }

    /**
     * The form in the archive after it was paid for.
     *
     * @param reference of the payment that was made
     * @throws Refusal.Forbidden if it does not wait for this payment
     */
    public Message paid(String reference, Instant at, String by) {
        requirePayment(reference);
        return in(new State.Archived(true, Optional.of(reference)))
                .changed(at, by)
                .after(HappeningType.MESSAGE_ARCHIVED, at);
    }

    /**
     * The form with a reference for the payment that it waits for; the same one if it has one.
     *
     * @throws Refusal.Forbidden if it waits for none
     */
    public Message payable() {
        return paymentAwaited().isPresent() ? this : in(State.Paying.anew());
    }

    /**
     * The reference of the payment that the form waits for; empty if it has none yet.
     *
     * @throws Refusal.Forbidden if it waits for none
     */
    public Optional<String> paymentAwaited() {
        if (state instanceof State.Paying paying) {
            return paying.reference();
        }
        throw new Refusal.Forbidden("The message does not wait for a payment");
    }

    /**
     * Requires that the form waits for a payment.
     *
     * @throws Refusal.Forbidden if it waits for another or none
     */
    public void requirePayment(String reference) {
        if (!paymentAwaited().equals(Optional.of(reference))) {
            throw new Refusal.Forbidden("The payment is not the one that the message waits for");
        }
    }

    /** The message as it is when it is stored for the first time. */
    Message begun() {
        Happening begun = happening(HappeningType.MESSAGE_CREATED, created);
        return with(Stream.concat(Stream.of(begun), happened.stream()).toList());
    }

    private Message after(HappeningType type, Instant at) {
        return with(Stream.concat(happened.stream(), Stream.of(happening(type, at))).toList());
    }

    private Happening happening(HappeningType type, Instant at) {
        return Happening.of(
                type,
                party,
                "r%d/messages/%s".formatted(party, id()),
                at,
                Json.object()
                        .put("messageId", id().toString())
                        .put("serviceCode", origin.service().code())
                        .put("serviceEdition", origin.service().edition()));
    }

    /** The message in another state. */
    public Message in(State other) {
        return new Message(
                party, number, origin, words, created, changed, changedBy, other, contents,
                happened);
    }

    /** The message after somebody changed it. */
    public Message changed(Instant at, String by) {
        return new Message(
                party, number, origin, words, created, at, by, state, contents, happened);
    }

    /** The message with other contents. */
    public Message with(Contents other) {
        return new Message(
                party, number, origin, words, created, changed, changedBy, state, other, happened);
    }

    private Message with(List<Happening> all) {
        return new Message(
                party, number, origin, words, created, changed, changedBy, state, contents, all);
    }

    /** Tells nothing of the contents or of persons: neither reaches a log. */
    @Override
    public String toString() {
        return "Message " + number;
    }
}
