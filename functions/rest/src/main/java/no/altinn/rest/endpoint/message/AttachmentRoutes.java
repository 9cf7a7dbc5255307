package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.FillIn;
import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.ReadMessage;
import no.altinn.rest.representation.Link;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The attachments of a message. */
public final class AttachmentRoutes implements Routes {
    private final ReadMessage reading;
    private final FillIn filling;

    public AttachmentRoutes(ReadMessage reading, FillIn filling) {
        this.reading = reading;
        this.filling = filling;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        MessageRoute.get("/{id}/attachments", this::list),
                        MessageRoute.post("/{id}/attachments", this::add)
                                .map(route -> route.takingUpTo(MessageRoute.LARGE_BODY)),
                        // As Altinn 2's own collection posts it: the new one gets its own number.
                        MessageRoute.post("/{id}/attachments/{aid}", this::add)
                                .map(route -> route.takingUpTo(MessageRoute.LARGE_BODY)),
                        MessageRoute.receiving(
                                "/{id}/attachments/streamedattachment",
                                new StreamedAttachments(filling)),
                        MessageRoute.get("/{id}/attachments/{aid}", (visit, at) -> file(visit)),
                        MessageRoute.delete(
                                "/{id}/attachments/{aid}", (visit, at) -> remove(visit)))
                .flatMap(Function.identity())
                .toList();
    }

    private Reply list(Visit visit, MessageAddresses addresses) {
        Message message = reading.look(MessageRequest.actor(visit), MessageRequest.id(visit));
        return Reply.of(
                MessageResource.attachments(
                        message,
                        addresses,
                        Link.of("self", addresses.message(message.id()) + "/attachments")));
    }

    private Reply add(Visit visit, MessageAddresses addresses) {
        Draft.SentFile sent = DraftBody.file(visit.body());
        MessageId id = MessageRequest.id(visit);
        int attachment = filling.addAttachment(MessageRequest.actor(visit), id, sent);
        return Reply.created(addresses.attachment(id, attachment));
    }

    private Reply file(Visit visit) {
        Attachment attachment =
                reading.attachment(
                        MessageRequest.actor(visit),
                        MessageRequest.id(visit),
                        MessageRequest.number(visit, "aid"));
        String name = attachment.fileName();
        return SentByUsers.file(
                name,
                new Content.Stored(FileName.mediaType(name), attachment.file(), Optional.empty()));
    }

    private Reply remove(Visit visit) {
        filling.removeAttachment(
                MessageRequest.actor(visit),
                MessageRequest.id(visit),
                MessageRequest.number(visit, "aid"));
        return Reply.done();
    }
}
