package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.odata.ListQuery;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code serviceowner/organizations}: the organisations that registered how they want to be reached
 * (rest-resources.md, Service owners).
 */
public final class OwnerOrganizationRoutes implements Routes {
    static final Set<String> SCOPES =
            Set.of("altinn:serviceowner", "altinn:serviceowner/organizations");

    private static final String ALL = "serviceowner/organizations";

    private final Reportees reportees;
    private final Contacts contacts;

    public OwnerOrganizationRoutes(Reportees reportees, Contacts contacts) {
        this.reportees = reportees;
        this.contacts = contacts;
    }

    @Override
    public List<Route> routes() {
        return List.of(route(ALL, this::list), route(ALL + "/{no}", this::one));
    }

    static Route route(String template, Endpoint endpoint) {
        return Route.of(
                "GET", template, Category.SERVICE_OWNER, Needs.SERVICE_OWNER, SCOPES, endpoint);
    }

    private Reply list(Visit visit) {
        Optional<String> email = visit.parameter("email");
        Optional<String> phone = visit.parameter("phoneNumber");
        Contacts.Found found =
                email.isEmpty() && phone.isEmpty()
                        ? contacts.organisations()
                        : contacts.organisationsWith(email, phone);
        Reply reply =
                Reply.of(
                        Listing.of(
                                OrganizationResource.REL,
                                OrganizationResource.TYPE,
                                page(visit, found.numbers()),
                                Link.of("self", visit.address(ALL))));
        return found.isCut() ? reply.with("X-Warning-LimitReached", "true") : reply;
    }

    /** Only organisations that are shown, or filtered by their names, are asked Register for. */
    private List<Resource> page(Visit visit, Set<String> numbers) {
        ListQuery query = visit.listing();
        if (query.looksAtAll()) {
            List<Resource> all =
                    reportees.organisations(numbers).stream()
                            .map(unit -> resource(unit, visit))
                            .toList();
            return query.of(OrganizationResource.LIST_TYPE, all, ReporteeRoutes.PAGE);
        }
        List<String> page =
                numbers.stream()
                        .skip(query.skip())
                        .limit(query.top().orElse(ReporteeRoutes.PAGE.getAsInt()))
                        .toList();
        return reportees.organisations(page).stream().map(unit -> resource(unit, visit)).toList();
    }

    private Reply one(Visit visit) {
        Reportee unit =
                Numbers.organisation(visit.value("no"))
                        .flatMap(reportees::organisation)
                        .orElseThrow(RestError::notFound);
        return Reply.of(resource(unit, visit));
    }

    private static Resource resource(Reportee unit, Visit visit) {
        String self = visit.address(ALL + "/" + unit.organisationNumber().orElse(""));
        return OrganizationResource.of(
                unit,
                Link.of("self", self),
                Link.of("officialcontacts", self + "/officialcontacts"),
                Link.of("personalcontacts", self + "/personalcontacts"));
    }
}
