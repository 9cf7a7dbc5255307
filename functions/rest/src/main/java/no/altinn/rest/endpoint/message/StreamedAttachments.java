package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;
import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.form.FillIn;
import no.altinn.rest.message.MessageId;

/** Attachments that come as they are: the name and the type stand in the query. */
final class StreamedAttachments implements MessageRoute.BoxReceiver {
    private final FillIn filling;

    StreamedAttachments(FillIn filling) {
        this.filling = filling;
    }

    @Override
    public void begin(Visit visit, long length) {
        filling.requireWanted(
                MessageRequest.actor(visit),
                MessageRequest.id(visit),
                fileName(visit),
                type(visit),
                length);
    }

    @Override
    public Reply commit(Visit visit, MessageAddresses addresses, ArrivedFile file) {
        MessageId id = MessageRequest.id(visit);
        int attachment =
                filling.attach(MessageRequest.actor(visit), id, fileName(visit), type(visit), file);
        return Reply.created(addresses.attachment(id, attachment));
    }

    private static String fileName(Visit visit) {
        return visit.parameter("fileName")
                .orElseThrow(
                        () ->
                                RestError.badRequest(
                                        "The parameter 'fileName' of the query is missing"));
    }

    private static String type(Visit visit) {
        return visit.parameter("attachmentType").orElse("");
    }
}
