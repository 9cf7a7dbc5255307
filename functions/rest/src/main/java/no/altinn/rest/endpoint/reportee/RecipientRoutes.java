package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.door.Category;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.reportee.Recipients;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code serviceowner/notifications/validaterecipient}: who can be sent letters (rest-resources.md,
 * Service owners).
 */
public final class RecipientRoutes implements Routes {
    private final Recipients recipients;

    public RecipientRoutes(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "serviceowner/notifications/validaterecipient",
                        Category.SERVICE_OWNER,
                        Needs.SERVICE_OWNER,
                        Set.of("altinn:serviceowner", "altinn:serviceowner/notifications.read"),
                        this::validate));
    }

    private Reply validate(Visit visit) {
        Recipients.Reach reach = reach(visit);
        return Reply.of(
                Resource.of(
                        "RecipientValidation",
                        // The contract spells these names, alone among all, with a small letter.
                        Members.builder()
                                .flag("inboxAccessible", reach.hasInbox())
                                .flag("canReceiveNotificationBySms", reach.bySms())
                                .flag("canReceiveNotificationByEmail", reach.byEmail())
                                .build()));
    }

    private Recipients.Reach reach(Visit visit) {
        Optional<String> organisation = visit.parameter("organizationNumber");
        Optional<String> person = visit.parameter("socialSecurityNumber");
        Optional<String> lastName = visit.parameter("lastName");
        if (organisation.isPresent() == (person.isPresent() || lastName.isPresent())
                || person.isPresent() != lastName.isPresent()) {
            throw RestError.badRequest(
                    "Either the parameter 'organizationNumber', or 'socialSecurityNumber' and"
                            + " 'lastName' are needed.");
        }
        return organisation.isPresent()
                ? Numbers.organisation(organisation.get())
                        .map(recipients::organisation)
                        .orElse(NOBODY)
                : Numbers.person(person.orElseThrow())
                        .map(number -> recipients.person(number, lastName.orElseThrow()))
                        .orElse(NOBODY);
    }

    private static final Recipients.Reach NOBODY = new Recipients.Reach(false, false, false);
}
