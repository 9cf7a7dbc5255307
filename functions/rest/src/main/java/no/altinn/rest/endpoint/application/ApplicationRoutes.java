package no.altinn.rest.endpoint.application;

import no.altinn.rest.application.Application;
import no.altinn.rest.application.Applications;
import no.altinn.rest.application.Draft;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.representation.Value;

import java.util.List;
import java.util.Set;

/** {@code private/applications}: for parts of the platform alone (rest-api.md §1). */
public final class ApplicationRoutes implements Routes {
    private static final String ALL = "private/applications";
    private static final String ONE = ALL + "/{id}";

    private final Applications applications;

    public ApplicationRoutes(Applications applications) {
        this.applications = applications;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("POST", ALL, this::enter).needing(Needs.PLATFORM),
                Route.open("GET", ALL, this::all).needing(Needs.PLATFORM),
                Route.open("GET", ONE, this::one).needing(Needs.PLATFORM),
                Route.open("DELETE", ONE, this::remove).needing(Needs.PLATFORM));
    }

    private Reply enter(Visit visit) {
        Fields body = visit.body();
        Applications.Entered entered =
                applications.enter(
                        Draft.of(
                                body.required("Name"),
                                body.required("OrganizationNumber"),
                                body.texts("Origins"),
                                body.texts("Grants")));
        Resource told = resource(visit, entered.application());
        Members withKey =
                told.members()
                        .and(Members.builder().text("ApiKey", entered.key().toString()).build());
        return Reply.created(address(visit, entered.application()))
                .with(new Content.One(new Resource(told.type(), withKey, told.links(), List.of())));
    }

    private Reply all(Visit visit) {
        return Reply.of(
                Listing.of(
                        "applications",
                        "Application",
                        applications.all().stream()
                                .map(application -> resource(visit, application))
                                .toList(),
                        Link.of("self", visit.address(ALL))));
    }

    private Reply one(Visit visit) {
        return applications
                .find(visit.value("id"))
                .map(application -> Reply.of(resource(visit, application)))
                .orElseThrow(RestError::notFound);
    }

    private Reply remove(Visit visit) {
        if (!applications.remove(visit.value("id"))) {
            throw RestError.notFound();
        }
        return Reply.done();
    }

    private static Resource resource(Visit visit, Application application) {
        return Resource.of(
                "Application",
                Members.builder()
                        .text("Id", application.id())
                        .text("Name", application.name())
                        .text("OrganizationNumber", application.organizationNumber())
                        .value("Origins", texts(application.origins()))
                        .value("Grants", texts(application.grants()))
                        .build(),
                Link.of("self", address(visit, application)));
    }

    private static Value texts(Set<String> texts) {
        return new Value.Texts("string", texts.stream().sorted().toList());
    }

    private static String address(Visit visit, Application application) {
        return visit.address(ALL + "/" + application.id());
    }
}
