package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;

import java.util.List;
import java.util.Optional;

/** The services of a service owner. */
final class OwnServices {
    private OwnServices() {}

    static List<Service> of(Catalogue catalogue, String owner) {
        return catalogue.services().stream().filter(each -> each.owner().equals(owner)).toList();
    }

    static boolean has(Catalogue catalogue, String owner, ServiceKey key) {
        return catalogue.service(key).filter(each -> each.owner().equals(owner)).isPresent();
    }

    /**
     * The parameter {@code serviceEditionCode}.
     *
     * @throws RestError 400 if it is no number
     */
    static Optional<Integer> edition(Visit visit) {
        Optional<String> text = visit.parameter("serviceEditionCode");
        try {
            return text.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw RestError.badRequest(
                    "The parameter 'serviceEditionCode' must be a whole number.");
        }
    }
}
