package no.altinn.rest.endpoint.serviceowner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.happening.FeedOffset;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code serviceowner/events/feed}: what happened with own services (rest-resources.md). */
public final class FeedRoutes implements Routes {
    private static final String PATH = "serviceowner/events/feed";

    /** How many events are given where the caller says nothing. */
    private static final int USUAL = 1_000;

    private final HappeningFeed feed;
    private final Catalogue catalogue;

    public FeedRoutes(HappeningFeed feed, Catalogue catalogue) {
        this.feed = feed;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        PATH,
                        Category.SERVICE_OWNER,
                        Needs.SERVICE_OWNER,
                        Set.of("altinn:serviceowner", "altinn:serviceowner/events"),
                        this::list));
    }

    private Reply list(Visit visit) {
        Set<String> services =
                OwnServices.of(catalogue, Subjects.owners(visit)).stream()
                        .map(service -> service.key().toString())
                        .collect(Collectors.toSet());
        URI api = URI.create(visit.address("") + "/");
        return Reply.of(
                Listing.of(
                        "events",
                        "Event",
                        feed.after(services, offset(visit), fetch(visit)).stream()
                                .map(placed -> resource(placed, api))
                                .toList(),
                        Link.of("self", visit.address(PATH))));
    }

    private static Optional<FeedOffset> offset(Visit visit) {
        Optional<String> text = visit.parameter("eventOffset").filter(each -> !each.equals("0"));
        Optional<FeedOffset> offset = text.flatMap(FeedOffset::read);
        if (text.isPresent() && offset.isEmpty()) {
            throw RestError.badRequest(
                    "The parameter 'eventOffset' must be 0 or the eventoffset of an event.");
        }
        return offset;
    }

    private static int fetch(Visit visit) {
        String text = visit.parameter("fetch").orElse(Integer.toString(USUAL));
        int fetch = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (fetch < 1 || fetch > HappeningFeed.MOST) {
            throw RestError.badRequest(
                    "The parameter 'fetch' must be 1 to %d.".formatted(HappeningFeed.MOST));
        }
        return fetch;
    }

    /**
     * A CloudEvent: its members have the names of CloudEvents, and the place in the feed beside.
     */
    private static Resource resource(HappeningFeed.Placed placed, URI api) {
        Members event = members(placed.happening().event(api));
        return Resource.of(
                "Event",
                event.and(Members.builder().text("eventoffset", placed.offset().text()).build()));
    }

    private static Members members(ObjectNode json) {
        Members.Builder members = Members.builder();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode structure) {
                members.structure(member.getKey(), members(structure));
            } else if (value.isIntegralNumber()) {
                members.number(member.getKey(), value.longValue());
            } else {
                members.text(member.getKey(), value.asText());
            }
        }
        return members.build();
    }
}
