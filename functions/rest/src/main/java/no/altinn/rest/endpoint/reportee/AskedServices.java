package no.altinn.rest.endpoint.reportee;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;

import java.util.List;
import java.util.Optional;

/** The parameters {@code serviceCode} and {@code serviceEdition} of lists of reportees. */
final class AskedServices {
    private AskedServices() {}

    /**
     * The services that are asked for: without an edition every one; empty when the caller names no
     * service.
     *
     * @throws RestError 400 if there is an edition without a code, or one that is no number
     */
    static Optional<List<ServiceKey>> of(Visit visit, Catalogue catalogue) {
        Optional<String> code = visit.parameter("serviceCode");
        Optional<Integer> edition = visit.parameter("serviceEdition").map(AskedServices::number);
        if (code.isEmpty() && edition.isPresent()) {
            throw RestError.badRequest(
                    "The parameter 'serviceEdition' needs the parameter 'serviceCode'.");
        }
        return code.map(
                any ->
                        edition.map(number -> List.of(new ServiceKey(any, number)))
                                .orElseGet(() -> editions(any, catalogue)));
    }

    private static List<ServiceKey> editions(String code, Catalogue catalogue) {
        return catalogue.services().stream()
                .map(Service::key)
                .filter(key -> key.code().equals(code))
                .toList();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RestError.badRequest("The parameter 'serviceEdition' must be a whole number.");
        }
    }
}
