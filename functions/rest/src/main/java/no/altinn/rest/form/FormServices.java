package no.altinn.rest.form;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.message.Refusal;

import java.time.Clock;
import java.time.Instant;

/** The services whose forms may be filled in now. Thread-safe. */
public final class FormServices {
    private final Catalogue catalogue;
    private final Clock clock;

    public FormServices(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A service that is in use.
     *
     * @throws Refusal.Invalid if there is no such FormTask, or it is not in use now
     */
    Service require(ServiceKey key) {
        Instant now = clock.instant();
        return catalogue
                .service(key)
                .filter(service -> service.type() == ServiceType.FORM_TASK)
                .filter(service -> service.isInUse(now))
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "There is no FormTask %s in use now".formatted(key)));
    }
}
