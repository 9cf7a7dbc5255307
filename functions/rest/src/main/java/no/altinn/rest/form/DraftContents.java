package no.altinn.rest.form;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.StoredFiles;

import java.util.ArrayList;
import java.util.List;

/** Makes contents of drafts. Files are stored once everything else has been checked. */
final class DraftContents {
    private final FormCheck check;
    private final StoredFiles files;

    DraftContents(FormCheck check, StoredFiles files) {
        this.check = check;
        this.files = files;
    }

    /**
     * The contents that a draft asks for.
     *
     * @param firstId the id of the first form
     * @throws no.altinn.rest.message.Refusal if the service does not take them
     */
    Contents of(int party, Service service, Draft draft, Goal goal, int firstId) {
        boolean isComplete = goal != Goal.FILLING;
        List<Form> forms =
                FormRules.of(service, draft.forms().orElse(List.of()), !isComplete, firstId);
        AttachmentRules rules = new AttachmentRules(service);
        List<Draft.SentFile> sent = draft.attachments().orElse(List.of());
        List<Attachment> attachments = new ArrayList<>();
        for (Draft.SentFile file : sent) {
            attachments.add(attachment(rules, file, firstId + forms.size() + attachments.size()));
        }
        rules.requireCounts(attachments, isComplete);
        if (isComplete) {
            check.require(service, forms);
        }
        List<Attachment> stored = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            stored.add(stored(attachments.get(i), files.keep(party, sent.get(i).bytes())));
        }
        return Contents.none().withForms(files.keep(party, forms)).withAttachments(stored);
    }

    /** The contents that a message has already, if they are good enough for the goal. */
    Contents kept(Service service, Contents contents, Goal goal) {
        if (goal != Goal.FILLING) {
            new AttachmentRules(service).requireCounts(contents.attachments(), true);
            check.require(service, contents.forms());
        }
        return contents;
    }

    /** An attachment that follows the rules and is not stored yet. */
    static Attachment attachment(AttachmentRules rules, Draft.SentFile file, int id) {
        return rules.attachment(id, file.fileName(), file.type(), file.bytes().length, "");
    }

    static Attachment stored(Attachment attachment, String file) {
        return new Attachment(
                attachment.id(),
                attachment.fileName(),
                attachment.name(),
                attachment.type(),
                attachment.size(),
                file);
    }
}
