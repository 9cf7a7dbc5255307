package no.altinn.rest.door;

import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.application.Application;
import no.altinn.rest.language.Language;
import no.altinn.rest.language.LanguageChoice;
import no.altinn.rest.odata.ListQuery;
import no.altinn.rest.odata.ODataQuery;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.Format;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that has passed the checks of its route.
 *
 * @param query the parameters of the request
 * @param values what the parts of the route's template stand for
 * @param reportee the party that {@code {who}} names; empty on routes without it
 * @param shown the key that was sent
 * @param isQuiet whether the visit leaves no trace: nothing that is looked at becomes read by it
 * @param base the address of {@code api}, without a slash at its end
 */
record OpenVisit(
        Request request,
        QueryParameters query,
        Map<String, String> values,
        Format format,
        Caller caller,
        Optional<Reportee> reportee,
        Keys.Shown shown,
        boolean isQuiet,
        String base,
        Function<Caller, Optional<Language>> profiles,
        RequestBody content)
        implements Visit {
    /** The parameter by which a look at a message makes it read. */
    private static final String MARKS = "markAsRead";

    @Override
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no part '" + name + "'.");
        }
        return value;
    }

    @Override
    public Optional<String> parameter(String name) {
        return query.first(name);
    }

    @Override
    public boolean flag(String name, boolean otherwise) {
        if (isQuiet && name.equals(MARKS)) {
            return false;
        }
        if (query.first(name).isPresent()) {
            return !query.first(name).get().equalsIgnoreCase("false");
        }
        return query.has(name) || otherwise;
    }

    @Override
    public Language language() {
        return LanguageChoice.of(parameter("language"), () -> profiles.apply(caller));
    }

    @Override
    public Optional<String> application() {
        return shown.application().map(Application::id);
    }

    @Override
    public Caller.User user() {
        return Login.user(caller);
    }

    @Override
    public Caller.Organisation organisation() {
        return Login.organisation(caller);
    }

    @Override
    public Reportee who() {
        return reportee.orElseThrow(RestError::notFound);
    }

    @Override
    public ListQuery listing() {
        return ODataQuery.of(
                parameter("$filter"), parameter("$orderby"), parameter("$top"), parameter("$skip"));
    }

    @Override
    public Fields body() {
        return content.fields();
    }

    @Override
    public Fields lenientBody() {
        return content.lenientFields();
    }

    @Override
    public boolean hasBody() {
        return content.isThere();
    }

    @Override
    public String address(String path) {
        return path.isEmpty() ? base : base + "/" + path;
    }

    @Override
    public String whoAddress(String path) {
        String who = value(Template.WHO);
        return address(path.isEmpty() ? who : who + "/" + path);
    }
}
