package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;

/** {@code organizations}: those that a user acts for (rest-resources.md, Reportees). */
public final class OrganizationRoutes implements Routes {
    private final Reportees reportees;

    public OrganizationRoutes(Reportees reportees) {
        this.reportees = reportees;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "organizations",
                        Category.ORGANIZATION,
                        Needs.USER,
                        ReporteeRoutes.SCOPES,
                        this::list),
                Route.of(
                        "GET",
                        "organizations/{no}",
                        Category.ORGANIZATION,
                        Needs.USER,
                        ReporteeRoutes.SCOPES,
                        this::one));
    }

    private Reply list(Visit visit) {
        List<Resource> resources =
                reportees.of(visit.user()).stream()
                        .filter(each -> each.organisationNumber().isPresent())
                        .map(each -> resource(each, visit))
                        .toList();
        return Reply.of(
                Listing.of(
                        OrganizationResource.REL,
                        OrganizationResource.TYPE,
                        visit.listing()
                                .of(OrganizationResource.LIST_TYPE, resources, ReporteeRoutes.PAGE),
                        Link.of("self", visit.address("organizations")),
                        Link.template(
                                "find", visit.address("organizations/{OrganizationNumber}"))));
    }

    private Reply one(Visit visit) {
        Reportee found =
                Numbers.organisation(visit.value("no"))
                        .flatMap(reportees::organisation)
                        .flatMap(any -> reportees.of(visit.user(), any.partyId()))
                        .orElseThrow(RestError::notFound);
        return Reply.of(resource(found, visit));
    }

    private static Resource resource(Reportee unit, Visit visit) {
        String number = unit.organisationNumber().orElse("");
        return OrganizationResource.of(
                unit, Link.of("self", visit.address("organizations/" + number)));
    }
}
