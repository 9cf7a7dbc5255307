package no.altinn.rest.message;

import java.time.Clock;
import java.util.List;

/** Opens messages and what is in them, and keeps who did. Thread-safe. */
public final class ReadMessage {
    private final Messages messages;
    private final Access access;
    private final Readings readings;
    private final StoredFiles files;
    private final Clock clock;

    public ReadMessage(
            Messages messages, Access access, Readings readings, StoredFiles files, Clock clock) {
        this.messages = messages;
        this.access = access;
        this.readings = readings;
        this.files = files;
        this.clock = clock;
    }

    /**
     * One message with its contents.
     *
     * @param marks whether a correspondence becomes read by it
     * @throws Refusal if there is none, or the user may not read it
     */
    public Message open(Actor actor, MessageId id, boolean marks) {
        Message found = look(actor, id);
        Message opened =
                marks && found.state() instanceof State.Unread
                        ? messages.change(
                                actor.partyId(), id, message -> message.read(clock.instant()))
                        : found;
        keep(actor, opened, "message");
        return opened;
    }

    /** One message, without a trace of this look at it. */
    public Message look(Actor actor, MessageId id) {
        Message message = messages.find(actor.partyId(), id).orElseThrow(Refusal.Absent::new);
        access.requireReading(actor, message);
        return message;
    }

    /** A message that is printed. */
    public Message print(Actor actor, MessageId id) {
        Message message = look(actor, id);
        keep(actor, message, "print");
        return message;
    }

    /** The XML of a form. */
    public String form(Actor actor, MessageId id, int formId) {
        Message message = look(actor, id);
        Form form = message.contents().form(formId).orElseThrow(Refusal.Absent::new);
        keep(actor, message, "form " + formId);
        return files.xml(form);
    }

    /** An attachment, whose file is fetched. */
    public Attachment attachment(Actor actor, MessageId id, int attachmentId) {
        Message message = look(actor, id);
        Attachment attachment =
                message.contents().attachment(attachmentId).orElseThrow(Refusal.Absent::new);
        keep(actor, message, "attachment " + attachmentId);
        return attachment;
    }

    /** Who read a message, the latest first. */
    public List<Readings.Reading> readings(Actor actor, MessageId id) {
        return readings.of(look(actor, id));
    }

    private void keep(Actor actor, Message message, String what) {
        readings.add(actor, access.nameOf(actor), message, what);
    }
}
