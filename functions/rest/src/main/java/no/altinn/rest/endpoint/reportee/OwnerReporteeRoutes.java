package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.reportee.AllowedReportees;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code serviceowner/reportees}: whom a person acts for (rest-resources.md, Service owners). */
public final class OwnerReporteeRoutes implements Routes {
    private final Profiles profiles;
    private final Reportees reportees;
    private final AllowedReportees allowed;
    private final Catalogue catalogue;

    public OwnerReporteeRoutes(
            Profiles profiles, Reportees reportees, AllowedReportees allowed, Catalogue catalogue) {
        this.profiles = profiles;
        this.reportees = reportees;
        this.allowed = allowed;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "serviceowner/reportees",
                        Category.SERVICE_OWNER,
                        Needs.SERVICE_OWNER,
                        Set.of("altinn:serviceowner", "altinn:serviceowner/reportees"),
                        this::list));
    }

    private Reply list(Visit visit) {
        Optional<List<ServiceKey>> services = AskedServices.of(visit, catalogue);
        Optional<Integer> role = visit.parameter("roleDefinitionId").map(OwnerReporteeRoutes::id);
        Caller.User subject = AskedSubject.of(visit, profiles);
        List<Reportee> all = reportees.of(subject);
        List<Reportee> wanted = services.map(keys -> allowed.with(subject, all, keys)).orElse(all);
        List<Reportee> held = role.map(id -> withRole(subject, wanted, id)).orElse(wanted);
        List<Resource> resources =
                subjectFirst(subject, all, held).stream().map(ReporteeResource::ofSubject).toList();
        return Reply.of(
                Listing.of(
                        ReporteeResource.REL,
                        ReporteeResource.TYPE,
                        visit.listing()
                                .of(ReporteeResource.LIST_TYPE, resources, ReporteeRoutes.PAGE),
                        Link.of("self", visit.address("serviceowner/reportees"))));
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RestError.badRequest("The parameter 'roleDefinitionId' must be a whole number.");
        }
    }

    private List<Reportee> withRole(Caller.User subject, List<Reportee> all, int roleId) {
        return catalogue
                .roleDefinition(roleId)
                .map(RoleDefinition::code)
                .map(code -> allowed.with(subject, all, code))
                .orElse(List.of());
    }

    /**
     * Clients read the subject's name there, so that the subject passes every filter by service.
     */
    private static List<Reportee> subjectFirst(
            Caller.User subject, List<Reportee> all, List<Reportee> wanted) {
        Set<Reportee> together = new LinkedHashSet<>();
        all.stream()
                .filter(each -> each.partyId() == subject.partyId().orElse(0))
                .forEach(together::add);
        together.addAll(wanted);
        return new ArrayList<>(together);
    }
}
