package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.language.Text;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.HandleMessage;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.ReadMessage;
import no.altinn.rest.message.Readings;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.State;
import no.altinn.rest.print.Printer;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One message: read, confirmed, archived, deleted, printed. */
public final class MessageRoutes implements Routes {
    private static final Text SIGNING_TEXT =
            new Text(
                    "I confirm that the information in '%s' is correct and complete.",
                    "Jeg bekrefter at opplysningene i «%s» er riktige og fullstendige.",
                    "Eg stadfestar at opplysningane i «%s» er rette og fullstendige.");

    private final ReadMessage reading;
    private final HandleMessage handling;
    private final Printer printer;

    public MessageRoutes(ReadMessage reading, HandleMessage handling, Printer printer) {
        this.reading = reading;
        this.handling = handling;
        this.printer = printer;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        MessageRoute.get("/{id}", this::one),
                        MessageRoute.delete("/{id}", (visit, at) -> delete(visit)),
                        MessageRoute.put("/{id}/archive", this::archive),
                        MessageRoute.put("/{id}/confirm", (visit, at) -> confirm(visit)),
                        MessageRoute.get("/{id}/reads", this::reads),
                        MessageRoute.get("/{id}/print", (visit, at) -> print(visit)),
                        MessageRoute.get("/{id}/signingtext", (visit, at) -> signingText(visit)),
                        MessageRoute.get(
                                "/{id}/custommessagedata", (visit, at) -> customData(visit)))
                .flatMap(Function.identity())
                .toList();
    }

    private Reply one(Visit visit, MessageAddresses addresses) {
        // A browser that looks without a key marks nothing (rest-api.md §1, ApiKey).
        boolean marks = visit.flag("markAsRead", true) && visit.application().isPresent();
        Message message =
                reading.open(MessageRequest.actor(visit), MessageRequest.id(visit), marks);
        return Reply.of(MessageResource.one(message, visit, addresses));
    }

    private Reply delete(Visit visit) {
        handling.delete(MessageRequest.actor(visit), MessageRequest.id(visit));
        return Reply.done();
    }

    private Reply archive(Visit visit, MessageAddresses addresses) {
        MessageId archived =
                handling.archive(MessageRequest.actor(visit), MessageRequest.id(visit));
        return Reply.done("Message has been archived")
                .with("Location", addresses.message(archived));
    }

    private Reply confirm(Visit visit) {
        handling.confirm(MessageRequest.actor(visit), MessageRequest.id(visit));
        return Reply.done("Message has been confirmed");
    }

    private Reply reads(Visit visit, MessageAddresses addresses) {
        MessageId id = MessageRequest.id(visit);
        List<Resource> readings =
                reading.readings(MessageRequest.actor(visit), id).stream()
                        .map(MessageRoutes::resource)
                        .toList();
        return Reply.of(
                Listing.of(
                        "reads",
                        "Read",
                        readings,
                        Link.of("self", addresses.message(id) + "/reads")));
    }

    private static Resource resource(Readings.Reading reading) {
        return Resource.of(
                "Read",
                Members.builder()
                        .text("ReadBy", reading.by())
                        .text("What", reading.what())
                        .text("ReadDateTime", OsloTime.of(reading.at()))
                        .build());
    }

    private Reply print(Visit visit) {
        Actor actor = MessageRequest.actor(visit);
        Message message = reading.print(actor, MessageRequest.id(visit));
        byte[] pdf = printer.print(message, actor.party().name(), visit.language());
        return Reply.of(200, new Content.Bytes("application/pdf", pdf));
    }

    private Reply signingText(Visit visit) {
        Message message = reading.look(MessageRequest.actor(visit), MessageRequest.id(visit));
        if (!(message.state() instanceof State.Signing)) {
            throw new Refusal.Absent();
        }
        String text = SIGNING_TEXT.in(visit.language()).formatted(message.words().subject());
        return Reply.of(200, new Content.Line(text));
    }

    private Reply customData(Visit visit) {
        String json =
                reading.look(MessageRequest.actor(visit), MessageRequest.id(visit))
                        .contents()
                        .custom();
        if (json.isEmpty()) {
            throw new Refusal.Absent();
        }
        return Reply.of(200, new Content.Written("application/json", json));
    }
}
