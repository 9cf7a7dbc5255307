package no.altinn.events.query;

import no.altinn.events.event.Condition;
import no.altinn.platform.http.QueryParameters;

import java.util.List;
import java.util.Optional;

/** The repeatable parameter {@code type}. */
final class Types {
    private Types() {}

    static Optional<Condition> condition(QueryParameters parameters) {
        List<String> types = parameters.all("type");
        return types.isEmpty() ? Optional.empty() : Optional.of(new Condition.TypeIn(types));
    }
}
