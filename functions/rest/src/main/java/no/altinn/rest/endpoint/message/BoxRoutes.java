package no.altinn.rest.endpoint.message;

import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.TimeParameter;
import no.altinn.rest.door.Visit;
import no.altinn.rest.message.Box;
import no.altinn.rest.message.Period;
import no.altinn.rest.message.Shelf;
import no.altinn.rest.odata.ListQuery;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists of messages: the box and the bin. */
public final class BoxRoutes implements Routes {
    private static final int PAGE = 50;
    private static final String LIMIT = "X-Warning-LimitReached";

    private final Box box;

    public BoxRoutes(Box box) {
        this.box = box;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        MessageRoute.list("", (visit, at) -> list(visit, at, Shelf.BOX, at.list())),
                        MessageRoute.list(
                                "/trashbin",
                                (visit, at) ->
                                        list(
                                                visit,
                                                at,
                                                Set.of(Shelf.BIN),
                                                at.list() + "/trashbin")))
                .flatMap(Function.identity())
                .toList();
    }

    private Reply list(Visit visit, MessageAddresses addresses, Set<Shelf> shelves, String self) {
        ListQuery query = visit.listing();
        Period period =
                new Period(
                        TimeParameter.from(visit, "dateFrom"),
                        TimeParameter.until(visit, "dateTo"));
        Box.Part part =
                query.looksAtAll()
                        ? box.all(MessageRequest.actor(visit), shelves, period)
                        : box.page(
                                MessageRequest.actor(visit),
                                shelves,
                                period,
                                query.skip(),
                                query.top().orElse(PAGE));
        List<Resource> resources =
                part.messages().stream()
                        .map(listed -> MessageResource.listed(listed, visit, addresses))
                        .toList();
        List<Resource> wanted =
                query.looksAtAll()
                        ? query.of(MessageResource.TYPE, resources, OptionalInt.of(PAGE))
                        : resources;
        Reply reply =
                Reply.of(
                        Listing.of(
                                "messages",
                                "Message",
                                wanted,
                                Link.of("self", self),
                                Link.template("find", addresses.list() + "/{MessageId}")));
        return part.isCutOff() ? reply.with(LIMIT, "true") : reply;
    }
}
