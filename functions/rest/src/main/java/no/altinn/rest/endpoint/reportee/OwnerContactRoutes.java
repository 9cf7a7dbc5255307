package no.altinn.rest.endpoint.reportee;

import no.altinn.platform.concurrent.SideBySide;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.RoleDefinition;
import no.altinn.rest.contact.Contacts;
import no.altinn.rest.contact.PersonalContact;
import no.altinn.rest.contact.PersonalContacts;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The contacts of an organisation for service owners, below {@code serviceowner/organizations/{no}}
 * (rest-resources.md, Service owners).
 */
public final class OwnerContactRoutes implements Routes {
    private static final String ONE = "serviceowner/organizations/{no}";

    private final Reportees reportees;
    private final Contacts contacts;
    private final PersonalContacts persons;
    private final Catalogue catalogue;
    private final Permissions permissions;
    private final SideBySide calls;

    /**
     * @param calls how the roles of a person are looked up, one by one
     */
    public OwnerContactRoutes(
            Reportees reportees,
            Contacts contacts,
            Catalogue catalogue,
            Permissions permissions,
            SideBySide calls) {
        this.reportees = reportees;
        this.contacts = contacts;
        this.persons = new PersonalContacts(contacts, reportees);
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.calls = calls;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                OwnerOrganizationRoutes.route(ONE + "/officialcontacts", this::official),
                OwnerOrganizationRoutes.route(ONE + "/personalcontacts", this::personal),
                OwnerOrganizationRoutes.route(ONE + "/personalcontacts/{id}/roles", this::roles));
    }

    private Reply official(Visit visit) {
        Reportee unit = organisation(visit);
        List<Resource> resources =
                contacts.of(number(unit)).stream().map(ContactResource::official).toList();
        return Reply.of(
                Listing.of(
                        "officialcontacts",
                        "OfficialContact",
                        resources,
                        Link.of("self", address(visit, unit) + "/officialcontacts")));
    }

    private Reply personal(Visit visit) {
        Reportee unit = organisation(visit);
        String self = address(visit, unit) + "/personalcontacts";
        List<Resource> resources =
                persons.of(unit).stream()
                        .map(each -> ContactResource.personal(each, self))
                        .toList();
        return Reply.of(
                Listing.of(
                        "personalcontacts", "PersonalContact", resources, Link.of("self", self)));
    }

    private Reply roles(Visit visit) {
        Reportee unit = organisation(visit);
        PersonalContact person =
                persons.of(unit).stream()
                        .filter(each -> each.person().id().equalsIgnoreCase(visit.value("id")))
                        .findFirst()
                        .orElseThrow(RestError::notFound);
        List<Resource> resources =
                held(person, unit).stream()
                        .map(definition -> ContactResource.role(definition, visit))
                        .toList();
        return Reply.of(
                Listing.of(
                        "roles",
                        "Role",
                        resources,
                        Link.of(
                                "self",
                                address(visit, unit)
                                        + "/personalcontacts/"
                                        + person.person().id()
                                        + "/roles")));
    }

    private List<RoleDefinition> held(PersonalContact person, Reportee unit) {
        List<RoleDefinition> all = catalogue.roleDefinitions();
        List<Boolean> has =
                calls.each(
                        all,
                        definition ->
                                permissions.hasRole(
                                        person.user(), unit.partyId(), Set.of(definition.code())));
        return IntStream.range(0, all.size()).filter(has::get).mapToObj(all::get).toList();
    }

    private Reportee organisation(Visit visit) {
        return Numbers.organisation(visit.value("no"))
                .flatMap(reportees::organisation)
                .orElseThrow(RestError::notFound);
    }

    private static String number(Reportee unit) {
        return unit.organisationNumber().orElseThrow();
    }

    private static String address(Visit visit, Reportee unit) {
        return visit.address("serviceowner/organizations/" + number(unit));
    }
}
