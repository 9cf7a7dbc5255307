package no.altinn.rest.endpoint.help;

import no.altinn.platform.help.HelpPage;
import no.altinn.platform.help.HelpSubject;
import no.altinn.platform.help.Panel;
import no.altinn.platform.http.Answer;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.openapi.OldHelp;
import no.altinn.rest.endpoint.openapi.Part;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code B/help} and {@code B/serviceowner/help} with the files that they load, open to anybody
 * (rest-api.md §8).
 */
public final class HelpRoutes implements Routes {
    private static final String HELP = "help";
    private static final String OWNERS_HELP = "serviceowner/help";
    private static final String CONTENT_TYPE = "Content-Type";

    private final HelpPage users;
    private final HelpPage owners;
    private final OldHelp old;

    /**
     * @param base the app's own address, ending in a slash
     * @param testTools the script by which the pages log test persons in; empty in Azure
     * @param old what the addresses of Altinn 2's help are about
     */
    public HelpRoutes(URI base, Optional<URI> testTools, OldHelp old) {
        this.old = old;
        String api = base.getRawPath() + "api";
        this.users = page(api, HELP, "Help: the REST API", "Hjelp: REST-API-et", testTools);
        this.owners =
                page(
                        api,
                        OWNERS_HELP,
                        "Help: the REST API for service owners",
                        "Hjelp: REST-API-et for tjenesteeiere",
                        testTools);
    }

    private static HelpPage page(
            String api, String place, String english, String norwegian, Optional<URI> testTools) {
        String page = api + "/" + place;
        return new HelpPage(
                new HelpSubject(
                        english,
                        norwegian,
                        page,
                        page + "/openapi.json",
                        api,
                        List.of(Panel.API_KEY, Panel.LOGIN, Panel.BEARER, Panel.ACCEPT),
                        testTools));
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", HELP, visit -> reply(users.page())),
                Route.open("GET", HELP + "/{file}", visit -> file(users, visit)),
                Route.open("GET", HELP + "/api/{id}", this::old),
                Route.open("GET", OWNERS_HELP, visit -> reply(owners.page())),
                Route.open("GET", OWNERS_HELP + "/{file}", visit -> file(owners, visit)));
    }

    private Reply old(Visit visit) {
        OldHelp.Place place =
                old.find(visit.value("id"))
                        .orElseThrow(
                                () -> RestError.of(404, "The help has no operation of this name"));
        String page = place.part() == Part.USERS ? HELP : OWNERS_HELP;
        return Reply.redirect(
                "%s#/%s/%s".formatted(visit.address(page), place.tag(), place.operationId()));
    }

    private static Reply file(HelpPage page, Visit visit) {
        return page.file(visit.value("file"))
                .map(HelpRoutes::reply)
                .orElseThrow(RestError::notFound);
    }

    private static Reply reply(Answer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        String type = headers.remove(CONTENT_TYPE);
        Reply reply = Reply.of(answer.status(), new Content.Written(type, answer.body()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
