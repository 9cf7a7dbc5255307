package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Visit;
import no.altinn.rest.language.Language;
import no.altinn.rest.message.Box;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.SafeHtml;
import no.altinn.rest.message.State;
import no.altinn.rest.message.Words;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.representation.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages as clients see them. */
final class MessageResource {
    /** What lists may be filtered and sorted by. */
    static final ListType TYPE =
            new ListType(
                    "Message",
                    List.of(
                            "MessageId",
                            "OriginalId",
                            "Subject",
                            "Status",
                            "LastChangedBy",
                            "ServiceOwner",
                            "Type",
                            "MessageSender",
                            "Summary",
                            "ServiceCode",
                            "ArchiveReference"),
                    List.of("ServiceEdition"),
                    List.of("LastChangedDateTime", "CreatedDate", "DueDate"),
                    List.of());

    private MessageResource() {}

    /** A message in a list. */
    static Resource listed(Box.Listed listed, Visit visit, MessageAddresses addresses) {
        Message message = listed.message();
        return new Resource(
                "Message",
                members(message, listed.isConcealed(), Optional.empty(), visit.language()),
                links(message, visit, addresses),
                List.of());
    }

    /** One message with what is in it. */
    static Resource one(Message message, Visit visit, MessageAddresses addresses) {
        // Sanitized when it was stored, and again by the rules of today.
        Optional<String> body =
                Optional.of(message.contents().html())
                        .filter(html -> !html.isEmpty())
                        .map(SafeHtml::of);
        List<Link> links = new ArrayList<>(links(message, visit, addresses));
        message.contents()
                .forms()
                .forEach(form -> links.add(FormResource.link(message, form, addresses)));
        message.contents()
                .attachments()
                .forEach(file -> links.add(AttachmentResource.link(message, file, addresses)));
        Resource resource =
                new Resource(
                        "Message",
                        members(message, false, body, visit.language()),
                        links,
                        List.of());
        Resource withForms = message.isForm() ? resource.with(forms(message, addresses)) : resource;
        return withForms.with(attachments(message, addresses));
    }

    static Listing forms(Message message, MessageAddresses addresses, Link... links) {
        return Listing.of(
                "forms",
                "Form",
                message.contents().forms().stream()
                        .map(form -> FormResource.of(message, form, addresses))
                        .toList(),
                links);
    }

    static Listing attachments(Message message, MessageAddresses addresses, Link... links) {
        return Listing.of(
                "attachments",
                "Attachment",
                message.contents().attachments().stream()
                        .map(file -> AttachmentResource.of(message, file, addresses))
                        .toList(),
                links);
    }

    private static Members members(
            Message message, boolean isConcealed, Optional<String> body, Language language) {
        Words words = message.words();
        Members.Builder members =
                Members.builder()
                        .text("MessageId", message.id().toString())
                        .text("OriginalId", message.originalId().map(Object::toString))
                        .text("Subject", words.subject())
                        .text("Status", message.state().status().title().in(language))
                        .text("LastChangedDateTime", OsloTime.of(message.changed()))
                        .text("CreatedDate", OsloTime.of(message.created()))
                        .text("LastChangedBy", message.changedBy())
                        .text("ServiceOwner", message.origin().ownerName().in(language))
                        .text("Type", message.origin().type().title())
                        .text("MessageSender", words.sender());
        if (!isConcealed && !words.summary().isEmpty()) {
            members.text("Summary", words.summary());
        }
        members.text("Body", body)
                .text("ServiceCode", message.origin().service().code())
                .number("ServiceEdition", message.origin().service().edition())
                .text("DueDate", words.due().map(OsloTime::of))
                .text("ArchiveReference", message.archiveReference());
        if (!message.isForm()) {
            members.structures(
                    "ReplyOptions",
                    "ReplyOption",
                    words.replies().stream().map(MessageResource::reply).toList());
        }
        return members.build();
    }

    private static Members reply(Words.ReplyOption reply) {
        return Members.builder()
                .text("Type", reply.type())
                .text("URL", reply.url())
                .text("Text", reply.text())
                .build();
    }

    private static List<Link> links(Message message, Visit visit, MessageAddresses addresses) {
        String self = addresses.message(message.id());
        String type = message.origin().type().title().toLowerCase(Locale.ROOT);
        List<Link> links = new ArrayList<>();
        links.add(Link.of("self", self));
        links.add(
                Link.of(
                        "metadata",
                        visit.address(
                                "metadata/%s/%s".formatted(type, message.origin().service()))));
        links.add(
                Link.of("print", self + "/print")
                        .with("mime-type", new Value.Text("application/pdf")));
        if (message.state() instanceof State.Signing) {
            links.add(Link.of("signingtext", self + "/signingtext"));
        }
        if (message.state() instanceof State.Paying) {
            // It leads back to the application that shows it, which a look without key has not.
            visit.application()
                    .map(application -> PaymentAddress.of(visit, message.id(), application))
                    .ifPresent(address -> links.add(Link.of("payment", address)));
        }
        return links;
    }
}
