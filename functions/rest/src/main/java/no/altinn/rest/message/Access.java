package no.altinn.rest.message;

import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do what with messages (rest-api.md §4, Level; §5). Thread-safe. */
public final class Access {
    private final Permissions permissions;
    private final Catalogue catalogue;
    private final Reportees reportees;

    public Access(Permissions permissions, Catalogue catalogue, Reportees reportees) {
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.reportees = reportees;
    }

    /**
     * Lets a user do something with a message, or refuses.
     *
     * @throws Refusal.LevelTooLow before rights are looked at
     * @throws Refusal.Forbidden if the user lacks the right
     */
    public void require(Actor actor, Message message, Action action) {
        requireLevel(actor, levelOf(message));
        requireRight(actor, message.origin().service(), action);
    }

    /** The same for reading: the archive needs a right of its own. */
    public void requireReading(Actor actor, Message message) {
        require(actor, message, message.state().isArchived() ? Action.ARCHIVE_READ : Action.READ);
    }

    /** The same for a message that is to be made. */
    public void require(Actor actor, Service service, Action action) {
        requireLevel(actor, service.level());
        requireRight(actor, service.key(), action);
    }

    private static void requireLevel(Actor actor, int needed) {
        if (actor.user().level() < needed) {
            throw new Refusal.LevelTooLow(needed, actor.user().level());
        }
    }

    private void requireRight(Actor actor, ServiceKey service, Action action) {
        if (!permissions.of(actor.user(), actor.partyId(), service).contains(action)) {
            throw new Refusal.Forbidden(
                    "The user lacks the right %s for the service %s"
                            .formatted(action.title(), service));
        }
    }

    /** Whether lists show the user no more of a message than that it is there. */
    public boolean conceals(Actor actor, Message message) {
        return actor.user().level() < levelOf(message);
    }

    /** The level that the message's service needs now, or needed while there was such a service. */
    private int levelOf(Message message) {
        return catalogue
                .service(message.origin().service())
                .map(Service::level)
                .orElse(message.origin().level());
    }

    /** The labels of services whose messages the user may read; empty if that is all of them. */
    Optional<Set<String>> readable(Actor actor) {
        List<ServiceKey> services =
                catalogue.services().stream()
                        .filter(
                                service ->
                                        service.type() == ServiceType.FORM_TASK
                                                || service.type() == ServiceType.CORRESPONDENCE)
                        .map(Service::key)
                        .toList();
        Map<ServiceKey, Set<Action>> granted =
                permissions.of(actor.user(), actor.partyId(), services);
        Set<String> labels = new HashSet<>();
        for (ServiceKey service : services) {
            Set<Action> actions = granted.getOrDefault(service, Set.of());
            if (actions.contains(Action.READ)) {
                labels.add(MessageHead.serviceLabel(service, false));
            }
            if (actions.contains(Action.ARCHIVE_READ)) {
                labels.add(MessageHead.serviceLabel(service, true));
            }
        }
        boolean all = labels.size() == 2 * services.size() && !services.isEmpty();
        return all ? Optional.empty() : Optional.of(labels);
    }

    /** The name of a user, as messages tell who changed them. */
    public String nameOf(Actor actor) {
        Optional<Reportee> self =
                actor.user().partyId().isPresent()
                        ? reportees.find(actor.user().partyId().getAsInt())
                        : actor.user().enterprise().flatMap(reportees::organisation);
        return self.map(Reportee::name).orElse("");
    }
}
