package no.altinn.rest.message;

import no.altinn.rest.catalogue.Action;

import java.time.Clock;

/** What users do with messages that they have: confirm, archive, delete. Thread-safe. */
public final class HandleMessage {
    private final Messages messages;
    private final Access access;
    private final StoredFiles files;
    private final Clock clock;

    public HandleMessage(Messages messages, Access access, StoredFiles files, Clock clock) {
        this.messages = messages;
        this.access = access;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Confirms that a correspondence was received.
     *
     * @throws Refusal if there is none, the user may not read it, or there is nothing to confirm
     */
    public void confirm(Actor actor, MessageId id) {
        Message found = find(actor, id);
        access.requireReading(actor, found);
        String name = access.nameOf(actor);
        messages.change(actor.partyId(), id, message -> message.confirmed(clock.instant(), name));
    }

    /**
     * Puts a correspondence into the archive.
     *
     * @return its new id
     * @throws Refusal if there is none, the user may not read it, or it cannot be archived
     */
    public MessageId archive(Actor actor, MessageId id) {
        Message found = find(actor, id);
        access.requireReading(actor, found);
        String name = access.nameOf(actor);
        return messages.change(
                        actor.partyId(), id, message -> message.archived(clock.instant(), name))
                .id();
    }

    /**
     * Puts a message into the bin; once more changes nothing.
     *
     * @throws Refusal if there is none, the user may not delete it, or it is an organisation's
     *     correspondence
     */
    public void delete(Actor actor, MessageId id) {
        Message found = find(actor, id);
        access.require(
                actor, found, found.state().isArchived() ? Action.ARCHIVE_DELETE : Action.WRITE);
        if (!found.isForm() && actor.party().organisationNumber().isPresent()) {
            throw new Refusal.Forbidden("An organisation's correspondence cannot be deleted");
        }
        String name = access.nameOf(actor);
        Message binned =
                messages.change(
                        actor.partyId(), id, message -> message.binned(clock.instant(), name));
        if (binned.state() instanceof State.Binned bin) {
            files.expire(binned.contents(), bin.until());
        }
    }

    private Message find(Actor actor, MessageId id) {
        return messages.find(actor.partyId(), id).orElseThrow(Refusal.Absent::new);
    }
}
