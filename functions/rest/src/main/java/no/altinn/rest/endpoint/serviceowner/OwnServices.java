package no.altinn.rest.endpoint.serviceowner;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;

import java.util.List;
import java.util.Optional;

/** The services of a service owner, who may have several codes. */
final class OwnServices {
    private OwnServices() {}

    static List<Service> of(Catalogue catalogue, List<String> owners) {
        return catalogue.services().stream().filter(each -> owners.contains(each.owner())).toList();
    }

    /** The code under which a service is the owner's; empty if it is another's. */
    static Optional<String> owner(Catalogue catalogue, List<String> owners, ServiceKey key) {
        return catalogue.service(key).map(Service::owner).filter(owners::contains);
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
