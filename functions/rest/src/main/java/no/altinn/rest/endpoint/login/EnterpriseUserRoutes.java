package no.altinn.rest.endpoint.login;

import no.altinn.rest.application.Application;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.login.Account;
import no.altinn.rest.login.EnterpriseUsers;
import no.altinn.rest.login.UserName;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Organisations' enterprise users (rest-resources.md). */
public final class EnterpriseUserRoutes implements Routes {
    private static final String PATH = "enterpriseusers";
    private static final String ONE = PATH + "/{name}";
    private static final String USER_NAME = "UserName";
    private static final Set<String> READ = Set.of("altinn:enterpriseusers.read");
    private static final Set<String> WRITE = Set.of("altinn:enterpriseusers.write");

    private final EnterpriseUsers users;
    private final KnownApplications applications;

    public EnterpriseUserRoutes(EnterpriseUsers users, KnownApplications applications) {
        this.users = users;
        this.applications = applications;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route("GET", PATH, READ, this::list),
                route("POST", PATH, WRITE, this::add),
                route("GET", ONE, READ, this::show),
                route("PUT", ONE, WRITE, this::rename),
                route("DELETE", ONE, WRITE, this::remove),
                route("POST", ONE + "/rotatesecret", WRITE, this::rotateSecret));
    }

    private static Route route(
            String method, String template, Set<String> scopes, Endpoint endpoint) {
        return Route.of(
                method, template, Category.ENTERPRISE_USERS, Needs.ORGANISATION, scopes, endpoint);
    }

    private Reply list(Visit visit) {
        return Reply.of(
                Listing.of(
                        PATH,
                        "EnterpriseUser",
                        users.of(organisation(visit)).stream()
                                .map(user -> resource(visit, user, Optional.empty()))
                                .toList(),
                        Link.of("self", visit.address(PATH)),
                        Link.template("find", visit.address(PATH + "/{UserName}"))));
    }

    private Reply show(Visit visit) {
        return Reply.of(resource(visit, user(visit), Optional.empty()));
    }

    private Reply add(Visit visit) {
        String organisation = organisation(visit);
        EnterpriseUsers.Made made =
                users.add(organisation, UserName.of(visit.body().required(USER_NAME)));
        return secret(201, visit, made).with("Location", address(visit, made.user()));
    }

    private Reply rename(Visit visit) {
        String name = visit.body().required(USER_NAME);
        users.rename(user(visit), UserName.of(name));
        return Reply.done();
    }

    private Reply remove(Visit visit) {
        users.remove(user(visit));
        return Reply.done();
    }

    private Reply rotateSecret(Visit visit) {
        return secret(200, visit, users.rotateSecret(user(visit)));
    }

    private static Reply secret(int status, Visit visit, EnterpriseUsers.Made made) {
        Resource resource = resource(visit, made.user(), Optional.of(made.secret()));
        return Reply.of(status, new Content.One(resource)).with("Cache-Control", "no-store");
    }

    private Account user(Visit visit) {
        return users.find(organisation(visit), visit.value("name"))
                .orElseThrow(RestError::notFound);
    }

    /** The calling organisation, whose own key must have been sent. */
    private String organisation(Visit visit) {
        String number = visit.organisation().number();
        boolean isOwn =
                visit.request()
                        .header("ApiKey")
                        .map(String::strip)
                        .flatMap(applications::ofKey)
                        .map(Application::organizationNumber)
                        .filter(number::equals)
                        .isPresent();
        if (!isOwn) {
            throw RestError.forbidden("The API key is not the calling organization's");
        }
        return number;
    }

    private static Resource resource(Visit visit, Account user, Optional<String> secret) {
        return Resource.of(
                "EnterpriseUser",
                Members.builder()
                        .text(USER_NAME, user.userName())
                        .text("Created", OsloTime.of(user.created()))
                        .text("OwnerOrgNo", user.organisation())
                        .text("Secret", secret)
                        .build(),
                Link.of("self", address(visit, user)));
    }

    private static String address(Visit visit, Account user) {
        String name =
                URLEncoder.encode(user.userName().orElseThrow(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        return visit.address(PATH + "/" + name);
    }
}
