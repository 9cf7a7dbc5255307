package no.altinn.rest.broker;

import no.altinn.rest.access.Permissions;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.Refusal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The services that files are sent through, and what users may do with them. Thread-safe. */
public final class BrokerServices {
    private final Catalogue catalogue;
    private final Permissions permissions;
    private final Access access;
    private final Clock clock;

    public BrokerServices(
            Catalogue catalogue, Permissions permissions, Access access, Clock clock) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A service that files may be sent through now.
     *
     * @throws Refusal.Invalid if there is no such one
     */
    Service inUse(ServiceKey key) {
        Instant now = clock.instant();
        return catalogue
                .service(key)
                .filter(service -> service.type() == ServiceType.BROKER)
                .filter(service -> service.isInUse(now))
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "There is no broker service %s in use now".formatted(key)));
    }

    /**
     * Lets a user do something with a service's files for a party, or refuses.
     *
     * @throws Refusal.LevelTooLow before rights are looked at
     * @throws Refusal.Forbidden if the user lacks the right, or there is no such service any more
     */
    void require(Actor actor, ServiceKey key, Action action) {
        Service service =
                catalogue
                        .service(key)
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "There is no service %s any more".formatted(key)));
        access.require(actor, service, action);
    }

    /** The services whose files a user may read for a party, on the level that the user has. */
    List<ServiceKey> readable(Actor actor, Predicate<ServiceKey> isWanted) {
        List<ServiceKey> services =
                catalogue.services().stream()
                        .filter(service -> service.type() == ServiceType.BROKER)
                        .filter(service -> actor.user().level() >= service.level())
                        .map(Service::key)
                        .filter(isWanted)
                        .toList();
        Map<ServiceKey, Set<Action>> granted =
                permissions.of(actor.user(), actor.party().partyId(), services);
        return services.stream()
                .filter(key -> granted.getOrDefault(key, Set.of()).contains(Action.READ))
                .toList();
    }
}
