package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Visit;
import no.altinn.rest.odata.ListQuery;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A list of the catalogue, which may be filtered and sorted. The whole list is kept, what is asked
 * of it is not.
 *
 * @param path the list's address below {@code api/}
 * @param rel the relation that the items are embedded under
 */
record CatalogueList(KeptReplies kept, String path, String rel, ListType type) {
    Reply answer(Visit visit, Function<Catalogue, List<Resource>> all) {
        ListQuery query = visit.listing();
        boolean isWhole = !query.looksAtAll() && query.skip() == 0 && query.top().isEmpty();
        return isWhole
                ? kept.of(path, visit, state -> reply(visit, all.apply(state)))
                : reply(visit, query.of(type, all.apply(kept.catalogue()), OptionalInt.empty()));
    }

    private Reply reply(Visit visit, List<Resource> items) {
        return Reply.of(Listing.of(rel, type.name(), items, Link.of("self", visit.address(path))));
    }
}
