package no.altinn.rest.app;

import no.altinn.platform.outbound.AddressRule;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.application.Application;
import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.outside.LookupRoutes;
import no.altinn.rest.endpoint.outside.PaymentRoutes;
import no.altinn.rest.lookup.HttpLookupSource;
import no.altinn.rest.lookup.HttpPaymentProvider;
import no.altinn.rest.message.Access;
import no.altinn.rest.message.Messages;
import no.altinn.rest.payment.PayForForm;
import no.altinn.rest.payment.PaymentProvider;
import no.altinn.rest.source.AskSource;
import no.altinn.rest.source.LookupSource;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The part of the app in which services of others have a part: lookups and payments. */
public final class OutsideParts {
    private final List<Routes> routes;

    /** The services of others. */
    public record Services(LookupSource source, PaymentProvider provider) {
        /** Those at addresses that the rule allows. */
        public static Services over(AddressRule addresses) {
            return new Services(
                    new HttpLookupSource(addresses), new HttpPaymentProvider(addresses));
        }
    }

    /**
     * What these parts stand on.
     *
     * @param applications finds an application by its id
     */
    public record Ground(
            Messages messages,
            Permissions permissions,
            Catalogue catalogue,
            Reportees reportees,
            Function<String, Optional<Application>> applications) {}

    public OutsideParts(Ground ground, Services services, Clock clock) {
        Access access = new Access(ground.permissions(), ground.catalogue(), ground.reportees());
        routes =
                List.of(
                        new LookupRoutes(
                                new AskSource(
                                        ground.catalogue(), access, services.source(), clock)),
                        new PaymentRoutes(
                                new PayForForm(
                                        ground.messages(),
                                        access,
                                        ground.catalogue(),
                                        services.provider(),
                                        clock),
                                ground.applications()));
    }

    public List<Routes> routes() {
        return routes;
    }
}
