package no.altinn.rest.door;

import java.util.List;
import java.util.stream.Stream;

/** What Altinn 2 had and this API has not (rest-api.md §9). Immutable. */
final class Gone {
    private static final List<Template> ADDRESSES =
            Stream.of(
                            "consentRequest/{*rest}",
                            "consentRequests/{*rest}",
                            "authorization/token/{*rest}",
                            "serviceowner/consents/{*rest}",
                            "delegationRequests/{*rest}",
                            "{who}/authorization/apprights/{*rest}",
                            "{who}/apprights/{*rest}",
                            "apprights/{*rest}")
                    .map(Template::of)
                    .toList();

    private Gone() {}

    /**
     * Refuses what is not built, whoever asks and whatever the method.
     *
     * @param path the segments below {@code api/}, decoded
     * @throws RestError 410 if the path is such an address
     */
    static void refuse(List<String> path) {
        if (ADDRESSES.stream().anyMatch(address -> address.match(path).isPresent())) {
            throw RestError.of(410, "Gone: this part of Altinn 2 is not built here");
        }
    }
}
