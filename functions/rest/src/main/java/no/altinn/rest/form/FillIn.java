package no.altinn.rest.form;

import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Messages;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.State;
import no.altinn.rest.message.StoredFiles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes single forms and attachments of a message at Utfylling. Thread-safe. */
public final class FillIn {
    private final Messages messages;
    private final Access access;
    private final FormServices services;
    private final StoredFiles files;
    private final Clock clock;

    public FillIn(
            Messages messages,
            Access access,
            FormServices services,
            StoredFiles files,
            Clock clock) {
        this.messages = messages;
        this.access = access;
        this.services = services;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Adds a sub-form.
     *
     * @return the form's id
     */
    public int addForm(Actor actor, MessageId id, Draft.SentForm sent) {
        Message before = filling(actor, id);
        if (sent.isMain()) {
            throw new Refusal.Invalid("A message has exactly one MainForm");
        }
        Form form = FormRules.of(service(before), sent, 1);
        Message after =
                change(
                        actor,
                        before,
                        contents -> {
                            FormRules.requireCount(contents.forms().size() + 1);
                            List<Form> forms = new ArrayList<>(contents.forms());
                            forms.add(numbered(form, contents.lastId() + 1));
                            return withForms(before.party(), contents, forms);
                        });
        return after.contents().lastId();
    }

    /** Puts another form in the place of one; of the same kind, main or sub. */
    public void replaceForm(Actor actor, MessageId id, int formId, Draft.SentForm sent) {
        Message before = filling(actor, id);
        Form old = before.contents().form(formId).orElseThrow(Refusal.Absent::new);
        if (old.isMain() != sent.isMain()) {
            throw new Refusal.Invalid(
                    "The form is a %s".formatted(old.isMain() ? "MainForm" : "SubForm"));
        }
        Form form = FormRules.of(service(before), sent, formId);
        change(
                actor,
                before,
                contents -> withForms(before.party(), contents, replaced(contents, form)));
    }

    /** Puts other XML in the place of a form's. */
    public void replaceXml(Actor actor, MessageId id, int formId, String xml) {
        Message before = filling(actor, id);
        Form old = before.contents().form(formId).orElseThrow(Refusal.Absent::new);
        FormXml.check(xml);
        Form form = old.with(new Form.FormData.Inline(xml));
        change(
                actor,
                before,
                contents -> withForms(before.party(), contents, replaced(contents, form)));
    }

    /** Removes a sub-form. */
    public void removeForm(Actor actor, MessageId id, int formId) {
        Message before = filling(actor, id);
        if (before.contents().form(formId).orElseThrow(Refusal.Absent::new).isMain()) {
            throw new Refusal.Forbidden("The MainForm cannot be deleted");
        }
        change(
                actor,
                before,
                contents ->
                        contents.withForms(
                                contents.forms().stream()
                                        .filter(form -> form.id() != formId)
                                        .toList()));
    }

    /**
     * Adds an attachment.
     *
     * @return the attachment's id
     */
    public int addAttachment(Actor actor, MessageId id, Draft.SentFile sent) {
        Message before = filling(actor, id);
        AttachmentRules rules = new AttachmentRules(service(before));
        Attachment checked = DraftContents.attachment(rules, sent, 1);
        requireRoom(rules, before.contents(), checked);
        Attachment attachment =
                DraftContents.stored(checked, files.keep(before.party(), sent.bytes()));
        try {
            return added(actor, before, rules, attachment);
        } catch (Refusal e) {
            files.drop(attachment);
            throw e;
        }
    }

    /**
     * Requires that a file may be attached, before it comes.
     *
     * @param type the attachment rule's name; empty where the service has a single rule
     * @param size in bytes
     * @throws Refusal if it may not
     */
    public void requireWanted(Actor actor, MessageId id, String fileName, String type, long size) {
        Message before = filling(actor, id);
        AttachmentRules rules = new AttachmentRules(service(before));
        requireRoom(rules, before.contents(), rules.attachment(1, fileName, type, size, ""));
    }

    /**
     * Attaches a file that has come. If it is refused, it is its caller's to remove.
     *
     * @return the attachment's id
     */
    public int attach(
            Actor actor, MessageId id, String fileName, String type, ArrivedFile arrived) {
        Message before = filling(actor, id);
        AttachmentRules rules = new AttachmentRules(service(before));
        return added(
                actor,
                before,
                rules,
                rules.attachment(1, fileName, type, arrived.length(), arrived.name()));
    }

    private int added(Actor actor, Message before, AttachmentRules rules, Attachment attachment) {
        Message after =
                change(
                        actor,
                        before,
                        contents -> {
                            requireRoom(rules, contents, attachment);
                            return contents.withAttachments(
                                    more(contents, numbered(attachment, contents.lastId() + 1)));
                        });
        return after.contents().lastId();
    }

    /** Removes an attachment. */
    public void removeAttachment(Actor actor, MessageId id, int attachmentId) {
        Message before = filling(actor, id);
        if (before.contents().attachment(attachmentId).isEmpty()) {
            throw new Refusal.Absent();
        }
        change(
                actor,
                before,
                contents ->
                        contents.withAttachments(
                                contents.attachments().stream()
                                        .filter(file -> file.id() != attachmentId)
                                        .toList()));
    }

    private Message filling(Actor actor, MessageId id) {
        Message message =
                messages.find(actor.party().partyId(), id).orElseThrow(Refusal.Absent::new);
        access.requireReading(actor, message);
        access.require(actor, message, Action.WRITE);
        requireFilling(message);
        return message;
    }

    private static void requireFilling(Message message) {
        if (message.state() instanceof State.Binned) {
            throw new Refusal.Deleted();
        }
        if (!(message.state() instanceof State.Filling)) {
            throw new Refusal.Forbidden("The message is not at Utfylling");
        }
    }

    private Service service(Message message) {
        return services.require(message.origin().service());
    }

    private Message change(Actor actor, Message before, UnaryOperator<Contents> change) {
        String name = access.nameOf(actor);
        Message after =
                messages.change(
                        before.party(),
                        before.id(),
                        message -> {
                            requireFilling(message);
                            return message.with(change.apply(message.contents()))
                                    .changed(clock.instant(), name);
                        });
        files.dropUnused(before.contents(), after.contents());
        return after;
    }

    private Contents withForms(int party, Contents contents, List<Form> forms) {
        return contents.withForms(files.keep(party, forms));
    }

    private static void requireRoom(
            AttachmentRules rules, Contents contents, Attachment attachment) {
        rules.requireCounts(more(contents, attachment), false);
    }

    private static List<Attachment> more(Contents contents, Attachment attachment) {
        List<Attachment> more = new ArrayList<>(contents.attachments());
        more.add(attachment);
        return more;
    }

    private static List<Form> replaced(Contents contents, Form form) {
        if (contents.form(form.id()).isEmpty()) {
            throw new Refusal.Absent();
        }
        return contents.forms().stream().map(old -> old.id() == form.id() ? form : old).toList();
    }

    private static Form numbered(Form form, int id) {
        return new Form(
                id,
                form.isMain(),
                form.dataFormatId(),
                form.dataFormatVersion(),
                form.name(),
                form.data());
    }

    private static Attachment numbered(Attachment file, int id) {
        return new Attachment(
                id, file.fileName(), file.name(), file.type(), file.size(), file.file());
    }
}
