package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.language.Language;
import no.altinn.rest.odata.ListQuery;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Format;

import java.util.Optional;

/** One request at its endpoint, after the checks of its route. For one thread. */
public interface Visit {
    Request request();

    /** The value of a part of the route's template, decoded. */
    String value(String name);

    /** A parameter of the query; empty when it is left out or empty. */
    Optional<String> parameter(String name);

    /** A parameter that means true by itself and false only as {@code false}. */
    boolean flag(String name, boolean otherwise);

    Language language();

    /** The representation of the answer. */
    Format format();

    /** Who calls. */
    Caller caller();

    /**
     * The user who calls.
     *
     * @throws RestError 401 or 403 if none does
     */
    Caller.User user();

    /**
     * The organisation that calls.
     *
     * @throws RestError 401 if none does
     */
    Caller.Organisation organisation();

    /**
     * The party that {@code {who}} names.
     *
     * @throws RestError 404 if there is none; 403 if the user does not act for it
     */
    Reportee who();

    /** The application whose key was sent; empty when none was. */
    Optional<String> application();

    /** What a list is filtered and sorted by. */
    ListQuery listing();

    /**
     * The body.
     *
     * @throws RestError 415, 400 or 413 if it cannot be read
     */
    Fields body();

    /**
     * The body, where JSON may also have names without quotation marks and texts in single ones.
     *
     * @throws RestError 415, 400 or 413 if it cannot be read
     */
    default Fields lenientBody() {
        return body();
    }

    /** Whether the request has a body. */
    boolean hasBody();

    /** An absolute address below {@code api/}: {@code address("metadata")}. */
    String address(String path);

    /** An absolute address below {@code {who}} as the caller spelled it. */
    String whoAddress(String path);
}
