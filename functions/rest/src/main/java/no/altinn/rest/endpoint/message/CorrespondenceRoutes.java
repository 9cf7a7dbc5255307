package no.altinn.rest.endpoint.message;

import no.altinn.rest.correspondence.Correspondences;
import no.altinn.rest.correspondence.Letter;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.message.Message;
import no.altinn.rest.message.Words;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;
import no.altinn.rest.representation.OsloTime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Messages that service owners send. */
public final class CorrespondenceRoutes implements Routes {
    private static final Set<String> SCOPES =
            Set.of("altinn:serviceowner", "altinn:serviceowner/correspondences.write");

    private final Correspondences correspondences;

    public CorrespondenceRoutes(Correspondences correspondences) {
        this.correspondences = correspondences;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "serviceowner/correspondences",
                                Category.SERVICE_OWNER,
                                Needs.SERVICE_OWNER,
                                SCOPES,
                                this::send)
                        .takingUpTo(MessageRoute.LARGE_BODY));
    }

    private Reply send(Visit visit) {
        List<String> owners = visit.organisation().serviceOwners();
        if (owners.isEmpty()) {
            throw RestError.forbidden("Only service owners send messages");
        }
        Message message = correspondences.send(owners, letter(visit.body()));
        MessageAddresses addresses =
                new MessageAddresses(visit.address("r%d/messages".formatted(message.party())));
        return Reply.created(addresses.message(message.id()))
                .with(new Content.One(MessageResource.one(message, visit, addresses)));
    }

    private static Letter letter(Fields body) {
        return new Letter(
                body.required("Reportee"),
                DraftBody.service(body),
                body.required("Subject"),
                body.text("Summary").orElse(""),
                body.text("Body").orElse(""),
                body.text("MessageSender").orElse(""),
                body.flag("RequiresConfirmation").orElse(false),
                due(body),
                body.list("ReplyOptions").stream().map(CorrespondenceRoutes::reply).toList(),
                body.text("CustomMessageData").orElse(""),
                body.list("Attachments").stream().map(CorrespondenceRoutes::enclosure).toList());
    }

    private static Optional<Instant> due(Fields body) {
        return body.text("DueDate")
                .map(
                        text ->
                                OsloTime.parse(text)
                                        .orElseThrow(
                                                () ->
                                                        new InvalidBody(
                                                                "The DueDate is a time such as"
                                                                        + " 2026-01-02T10:00:00.")));
    }

    private static Words.ReplyOption reply(Fields reply) {
        return new Words.ReplyOption(
                reply.required("Type"), reply.required("URL"), reply.text("Text").orElse(""));
    }

    private static Letter.Enclosure enclosure(Fields file) {
        return new Letter.Enclosure(
                file.required("FileName"), file.text("Name").orElse(""), DraftBody.data(file));
    }
}
