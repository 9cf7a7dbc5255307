package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.form.Draft;
import no.altinn.rest.form.FormTasks;
import no.altinn.rest.form.Goal;
import no.altinn.rest.form.SignatureSpec;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.representation.Fields;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Forms that are sent in, signed and validated. */
public final class SubmitRoutes implements Routes {
    private final FormTasks tasks;

    public SubmitRoutes(FormTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        MessageRoute.post("", this::submit).map(SubmitRoutes::large),
                        MessageRoute.put("/{id}", this::replace).map(SubmitRoutes::large),
                        MessageRoute.get("/{id}/validate", (visit, at) -> validate(visit)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Route large(Route route) {
        return route.takingUpTo(MessageRoute.LARGE_BODY);
    }

    private Reply submit(Visit visit, MessageAddresses addresses) {
        MessageId id =
                tasks.submit(
                        MessageRequest.actor(visit),
                        DraftBody.draft(visit.body()),
                        goal(visit),
                        visit.language());
        return Reply.created(addresses.message(id));
    }

    private Reply replace(Visit visit, MessageAddresses addresses) {
        Fields body = visit.body();
        Draft draft = DraftBody.draft(body);
        SignatureSpec spec = DraftBody.signatureSpec(body);
        MessageId id = MessageRequest.id(visit);
        MessageId after = tasks.replace(MessageRequest.actor(visit), id, draft, goal(visit), spec);
        return after.equals(id)
                ? Reply.done()
                : Reply.done().with("Location", addresses.message(after));
    }

    private static Goal goal(Visit visit) {
        return Goal.of(visit.flag("complete", true), visit.flag("sign", true));
    }

    private Reply validate(Visit visit) {
        return Reply.of(
                ValidationResource.of(
                        tasks.validate(MessageRequest.actor(visit), MessageRequest.id(visit))));
    }
}
