package no.altinn.rest.door;

import no.altinn.platform.http.Request;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Altinn 2 had and this API has not (rest-api.md §9). Immutable. */
final class Gone {
    private static final List<Template> ADDRESSES =
            Stream.of(
                            "consentRequest/{*rest}",
                            "consentRequests/{*rest}",
                            "authorization/token/{*rest}",
                            "serviceowner/consents/{*rest}",
                            "serviceowner/delegationRequests/{*rest}",
                            "delegationRequests/{*rest}",
                            "{who}/authorization/apprights/{*rest}",
                            "{who}/apprights/{*rest}",
                            "apprights/{*rest}",
                            "{who}/authorization/Attachments/{receiver}",
                            "{who}/authorization/Reportee/{receiver}",
                            "{who}/authorization/rights/{receiver}/rights/{right}")
                    .map(Template::of)
                    .toList();

    /** With which enterprise users once gave name and password beside a token of Maskinporten. */
    private static final String ENTERPRISE_USER = "X-Altinn-EnterpriseUser-Authentication";

    /** Where the services of SOAP were, each with a file of its own. */
    private static final Pattern SOAP = Pattern.compile("(?i).*external.*[.]svc(?:/.*)?");

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

    /**
     * Refuses SOAP, and enterprise users who log in with a token of Maskinporten.
     *
     * @throws RestError 410 if the request is such
     */
    static void refuse(Request request) {
        if (request.header("SOAPAction").isPresent()
                || SOAP.matcher(request.uri().getRawPath()).matches()) {
            throw RestError.of(410, "Gone: there is no SOAP here; use the REST API");
        }
        if (request.header(ENTERPRISE_USER).filter(text -> !text.isBlank()).isPresent()) {
            throw RestError.of(
                    410,
                    "Gone: enterprise users log in with a certificate and a password, not with a"
                            + " token of Maskinporten");
        }
    }
}
