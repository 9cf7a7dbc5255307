package no.altinn.rest.endpoint.reportee;

import no.altinn.platform.register.RegisteredParty;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.reportee.AllowedReportees;
import no.altinn.rest.reportee.NamedParties;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code reportees}: whom a user acts for (rest-resources.md, Reportees). */
public final class ReporteeRoutes implements Routes {
    /** How many a list has where the caller says nothing. */
    static final OptionalInt PAGE = OptionalInt.of(50);

    static final Set<String> SCOPES = Set.of("altinn:reportees", "altinn:enduser");

    private final Reportees reportees;
    private final AllowedReportees allowed;
    private final NamedParties named;
    private final Catalogue catalogue;

    public ReporteeRoutes(
            Reportees reportees,
            AllowedReportees allowed,
            NamedParties named,
            Catalogue catalogue) {
        this.reportees = reportees;
        this.allowed = allowed;
        this.named = named;
        this.catalogue = catalogue;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "reportees", Category.ORGANIZATION, Needs.USER, SCOPES, this::list),
                Route.of(
                        "GET",
                        "reportees/{rid}",
                        Category.ORGANIZATION,
                        Needs.USER,
                        SCOPES,
                        this::one),
                Route.of(
                        "POST",
                        "reportees/ReporteeConversion",
                        Category.AUTHORIZATION,
                        Needs.USER,
                        SCOPES,
                        this::convert));
    }

    private Reply list(Visit visit) {
        Caller.User user = visit.user();
        Optional<List<ServiceKey>> services = AskedServices.of(visit, catalogue);
        List<Reportee> all = reportees.of(user);
        List<Reportee> wanted = services.map(keys -> allowed.with(user, all, keys)).orElse(all);
        List<Resource> resources =
                wanted.stream().map(each -> ReporteeResource.of(each, visit)).toList();
        return Reply.of(
                Listing.of(
                        ReporteeResource.REL,
                        ReporteeResource.TYPE,
                        visit.listing().of(ReporteeResource.LIST_TYPE, resources, PAGE),
                        Link.of("self", visit.address("reportees")),
                        Link.template("find", visit.address("reportees/{ReporteeId}"))));
    }

    private Reply one(Visit visit) {
        Caller.User user = visit.user();
        Reportee found =
                ReporteeId.partyId(visit.value("rid"))
                        .flatMap(partyId -> reportees.of(user, partyId))
                        .orElseThrow(RestError::notFound);
        return Reply.of(ReporteeResource.of(found, visit));
    }

    private Reply convert(Visit visit) {
        Caller.User user = visit.user();
        Reportee found =
                asked(visit.body())
                        .flatMap(party -> reportees.of(user, party.partyId()))
                        .orElseThrow(RestError::notFound);
        return Reply.of(ReporteeResource.of(found, visit));
    }

    private Optional<? extends RegisteredParty> asked(Fields body) {
        Optional<String> person = body.text("SocialSecurityNumber");
        Optional<String> organisation = body.text("OrganizationNumber");
        if (person.isPresent() == organisation.isPresent()) {
            throw RestError.badRequest(
                    "Either SocialSecurityNumber and LastName, or OrganizationNumber and"
                            + " OrganizationName are needed.");
        }
        return person.isPresent()
                ? Numbers.person(person.get())
                        .flatMap(number -> named.person(number, body.required("LastName")))
                : Numbers.organisation(organisation.get())
                        .flatMap(
                                number ->
                                        named.organisation(
                                                number, body.required("OrganizationName")));
    }
}
