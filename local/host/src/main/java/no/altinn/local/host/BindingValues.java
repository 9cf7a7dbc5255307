package no.altinn.local.host;

import java.util.Map;
import java.util.Optional;

/** The trigger's metadata, which functions ask for with {@code @BindingName}. */
@FunctionalInterface
public interface BindingValues {
    /** The value of a name, as text; names are compared with case. */
    Optional<String> find(String name);

    /** No values. */
    static BindingValues none() {
        return name -> Optional.empty();
    }

    /** The values of a map. */
    static BindingValues of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name));
    }

    /** These values; a name that they lack is looked up in the other values. */
    default BindingValues or(BindingValues other) {
        return name -> find(name).or(() -> other.find(name));
    }
}
