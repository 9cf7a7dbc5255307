package no.altinn.rest.endpoint.message;

import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.Message;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.representation.Value;

/** Attachments of messages as clients see them. */
final class AttachmentResource {
    private AttachmentResource() {}

    static Resource of(Message message, Attachment file, MessageAddresses addresses) {
        Members.Builder members =
                Members.builder().text("FileName", file.fileName()).text("Name", file.name());
        if (!file.type().isEmpty()) {
            members.text("AttachmentType", file.type());
        }
        return Resource.of(
                "Attachment",
                members.number("FileSize", file.size()).build(),
                Link.of("self", addresses.attachment(message.id(), file.id())));
    }

    static Link link(Message message, Attachment file, MessageAddresses addresses) {
        return Link.of("attachment", addresses.attachment(message.id(), file.id()))
                .with("name", new Value.Text(file.name()))
                .with("fileName", new Value.Text(file.fileName()))
                .with("encrypted", new Value.Flag(false))
                .with("signinglocked", new Value.Flag(false))
                .with("signedbydefault", new Value.Flag(true))
                .with("filesize", new Value.Whole(file.size()));
    }
}
