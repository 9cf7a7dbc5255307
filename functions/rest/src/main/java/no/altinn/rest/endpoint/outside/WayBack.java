package no.altinn.rest.endpoint.outside;

import no.altinn.platform.http.QueryParameters;
import no.altinn.rest.application.Application;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.message.PaymentAddress;
import no.altinn.rest.login.ReturnAddresses;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where somebody goes who has paid: to the application whose link was followed. It is read, and
 * measured by the application's origins, each time anew.
 *
 * @param application the id of the application
 * @param returnUrl an address on one of its origins; empty where nothing was said
 */
record WayBack(String application, Optional<String> returnUrl) {
    private static final String RETURN = "returnurl";
    private static final String APPENDED = "?" + RETURN + "=";

    /**
     * The way back that a request names.
     *
     * @param applications finds an application by its id
     * @throws RestError 400 if it names no application, or an address that is elsewhere or too long
     */
    static WayBack of(Visit visit, Function<String, Optional<Application>> applications) {
        String named =
                visit.parameter(PaymentAddress.APPLICATION)
                        .orElseThrow(
                                () -> RestError.badRequest("The parameter application is missing"));
        // The link has a query already, but some clients append a question mark all the same.
        int appended = named.indexOf(APPENDED);
        String id = appended < 0 ? named : named.substring(0, appended);
        Optional<String> returnUrl =
                appended < 0
                        ? visit.parameter(RETURN)
                        : Optional.of(named.substring(appended + APPENDED.length()));
        Application application =
                applications
                        .apply(id)
                        .orElseThrow(
                                () -> RestError.badRequest("The parameter application names none"));
        returnUrl.ifPresent(url -> require(url, application));
        return new WayBack(application.id(), returnUrl);
    }

    private static void require(String returnUrl, Application application) {
        if (returnUrl.length() > ReturnAddresses.LONGEST) {
            throw RestError.badRequest(
                    "returnurl has at most %d characters".formatted(ReturnAddresses.LONGEST));
        }
        if (!ReturnAddresses.on(application.origins()).allow(returnUrl)) {
            throw RestError.badRequest("returnurl must be on an origin of the application");
        }
    }

    /** The parameters by which the same way back is read again. */
    QueryParameters parameters() {
        QueryParameters parameters =
                QueryParameters.parse("").with(PaymentAddress.APPLICATION, application);
        return returnUrl.map(url -> parameters.with(RETURN, url)).orElse(parameters);
    }

    /**
     * The return address with what was archived; empty if there is none.
     *
     * @param resource the absolute address of the archived form, which is plain in a query
     */
    Optional<String> leadingTo(String resource) {
        return returnUrl.map(
                url ->
                        QueryParameters.appended(
                                URI.create(url).toASCIIString(), "resource=" + resource));
    }
}
