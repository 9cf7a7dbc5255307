package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.FillIn;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.ReadMessage;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.print.Printer;
import no.altinn.rest.representation.Link;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The forms of a message and their XML. */
public final class FormRoutes implements Routes {
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private final ReadMessage reading;
    private final FillIn filling;
    private final Printer printer;

    public FormRoutes(ReadMessage reading, FillIn filling, Printer printer) {
        this.reading = reading;
        this.filling = filling;
        this.printer = printer;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        MessageRoute.get("/{id}/forms", this::list),
                        MessageRoute.post("/{id}/forms", this::add).map(FormRoutes::large),
                        MessageRoute.get("/{id}/forms/{fid}", this::one),
                        MessageRoute.put("/{id}/forms/{fid}", (visit, at) -> replace(visit))
                                .map(FormRoutes::large),
                        MessageRoute.delete("/{id}/forms/{fid}", (visit, at) -> remove(visit)),
                        MessageRoute.get("/{id}/forms/{fid}/formdata", (visit, at) -> xml(visit)),
                        MessageRoute.put(
                                        "/{id}/forms/{fid}/formdata",
                                        (visit, at) -> replaceXml(visit))
                                .map(FormRoutes::large),
                        MessageRoute.get("/{id}/forms/{fid}/print", (visit, at) -> print(visit)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Route large(Route route) {
        return route.takingUpTo(MessageRoute.LARGE_BODY);
    }

    private Reply list(Visit visit, MessageAddresses addresses) {
        Message message = look(visit);
        return Reply.of(
                MessageResource.forms(
                        message,
                        addresses,
                        Link.of("self", addresses.message(message.id()) + "/forms")));
    }

    private Reply one(Visit visit, MessageAddresses addresses) {
        Message message = look(visit);
        return Reply.of(FormResource.of(message, form(message, visit), addresses));
    }

    private Message look(Visit visit) {
        return reading.look(MessageRequest.actor(visit), MessageRequest.id(visit));
    }

    private static Form form(Message message, Visit visit) {
        return message.contents()
                .form(MessageRequest.number(visit, "fid"))
                .orElseThrow(Refusal.Absent::new);
    }

    private Reply add(Visit visit, MessageAddresses addresses) {
        Draft.SentForm sent = DraftBody.form(visit.body());
        MessageId id = MessageRequest.id(visit);
        int form = filling.addForm(MessageRequest.actor(visit), id, sent);
        return Reply.created(addresses.form(id, form));
    }

    private Reply replace(Visit visit) {
        Draft.SentForm sent = DraftBody.form(visit.body());
        filling.replaceForm(
                MessageRequest.actor(visit),
                MessageRequest.id(visit),
                MessageRequest.number(visit, "fid"),
                sent);
        return Reply.done();
    }

    private Reply remove(Visit visit) {
        filling.removeForm(
                MessageRequest.actor(visit),
                MessageRequest.id(visit),
                MessageRequest.number(visit, "fid"));
        return Reply.done();
    }

    private Reply xml(Visit visit) {
        String xml =
                reading.form(
                        MessageRequest.actor(visit),
                        MessageRequest.id(visit),
                        MessageRequest.number(visit, "fid"));
        return SentByUsers.guarded(Reply.of(200, new Content.Written("application/xml", xml)));
    }

    private Reply replaceXml(Visit visit) {
        String type = visit.request().header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!XML.contains(type.toLowerCase(Locale.ROOT))) {
            throw RestError.of(415, "Form data are sent as application/xml or text/xml");
        }
        if (!visit.hasBody()) {
            throw RestError.badRequest("The form data are missing");
        }
        filling.replaceXml(
                MessageRequest.actor(visit),
                MessageRequest.id(visit),
                MessageRequest.number(visit, "fid"),
                visit.request().body());
        return Reply.done();
    }

    private Reply print(Visit visit) {
        Actor actor = MessageRequest.actor(visit);
        Message message = reading.print(actor, MessageRequest.id(visit));
        byte[] pdf =
                printer.print(
                        message, actor.party().name(), form(message, visit), visit.language());
        return Reply.of(200, new Content.Bytes("application/pdf", pdf));
    }
}
