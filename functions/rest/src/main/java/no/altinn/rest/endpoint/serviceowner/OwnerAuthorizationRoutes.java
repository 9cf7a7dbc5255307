package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.authorization.RightResource;
import no.altinn.rest.endpoint.authorization.RoleResource;
import no.altinn.rest.endpoint.reportee.ReporteeResource;
import no.altinn.rest.permission.Administration;
import no.altinn.rest.permission.Held;
import no.altinn.rest.permission.Holdings;
import no.altinn.rest.permission.PartyRoles;
import no.altinn.rest.profile.Profiles;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** {@code serviceowner/authorization}: what a person may do for a party (rest-resources.md). */
public final class OwnerAuthorizationRoutes implements Routes {
    private static final String PATH = "serviceowner/authorization/";
    private static final Set<String> SCOPES =
            Set.of("altinn:serviceowner", "altinn:serviceowner/rolesandrights");

    private final Subjects subjects;
    private final Reportees reportees;
    private final Holdings holdings;
    private final PartyRoles roles;
    private final Catalogue catalogue;

    public OwnerAuthorizationRoutes(
            Profiles profiles,
            Reportees reportees,
            Holdings holdings,
            PartyRoles roles,
            Catalogue catalogue) {
        this.subjects = new Subjects(profiles, reportees);
        this.reportees = reportees;
        this.holdings = holdings;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(route("rights", this::rights), route("roles", this::roles));
    }

    private static Route route(String what, Endpoint endpoint) {
        return Route.of(
                "GET", PATH + what, Category.SERVICE_OWNER, Needs.SERVICE_OWNER, SCOPES, endpoint);
    }

    private Reply rights(Visit visit) {
        Caller.User subject = subjects.subject(visit);
        Reportee party = subjects.party(visit, "reportee");
        Held held = holdings.of(subject, party.partyId());
        boolean isDelegatable = Administration.isAdministrator(held);
        List<Resource> rights =
                held.rights(OwnServices.of(catalogue, Subjects.owners(visit))).stream()
                        .map(right -> RightResource.of(right, isDelegatable))
                        .toList();
        List<Members> wanted =
                visit.listing().of(RightResource.LIST_TYPE, rights, OptionalInt.empty()).stream()
                        .map(Resource::members)
                        .toList();
        Members.Builder members = Members.builder();
        reportees
                .find(subject.partyId().orElseThrow())
                .ifPresent(person -> members.structure("Subject", shown(person)));
        return Reply.of(
                Resource.of(
                        "AuthorizationRights",
                        members.structure("Reportee", shown(party))
                                .structures("Rights", RightResource.TYPE, wanted)
                                .build(),
                        Link.of("self", visit.address(PATH + "rights"))));
    }

    private static Members shown(Reportee party) {
        return ReporteeResource.ofSubject(party).members();
    }

    private Reply roles(Visit visit) {
        Caller.User subject = subjects.subject(visit);
        Reportee party = subjects.party(visit, "reportee");
        List<Resource> held =
                RoleResource.of(
                        holdings.of(subject, party.partyId()),
                        roles.byCode(party.partyId()),
                        visit.language(),
                        id -> visit.address(OwnerRoleDefinitionRoutes.PATH + "/" + id));
        return Reply.of(
                Listing.of(
                        RoleResource.REL,
                        RoleResource.TYPE,
                        visit.listing().of(RoleResource.LIST_TYPE, held, OptionalInt.empty()),
                        Link.of("self", visit.address(PATH + "roles"))));
    }
}
