package no.altinn.local.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import no.altinn.local.host.BindingValues;
import no.altinn.local.host.JsonScalars;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code @BindingName} finds in a request: route values first, then query values, then the
 * top-level scalars of a JSON body; {@code Query} and {@code Headers} are both as JSON.
 */
record HttpValues(Map<String, String> route, HttpRequest request) implements BindingValues {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(route.get(name))
                .or(() -> request.query().find(name))
                .or(() -> request.getBody().flatMap(body -> new JsonScalars(body).find(name)))
                .or(() -> whole(name));
    }

    private Optional<String> whole(String name) {
        return switch (name) {
            case "Query" -> Optional.of(json(request.getQueryParameters()));
            case "Headers" -> Optional.of(json(request.headers()));
            default -> Optional.empty();
        };
    }

    private static String json(Map<String, String> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
