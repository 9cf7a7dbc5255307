package no.altinn.rest.representation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Members by their names in PascalCase, in order; a member without a value is left out. Immutable.
 */
public final class Members {
    private final Map<String, Value> values;

    private Members(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Members none() {
        return new Members(Map.of());
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Every member in order. */
    public Map<String, Value> values() {
        return values;
    }

    /** The value of a member whose name is spelled as here. */
    public Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same members and more after them. */
    public Members and(Members others) {
        Map<String, Value> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Members(all);
    }

    /** Gathers members. For one thread. */
    public static final class Builder {
        private final Map<String, Value> values = new LinkedHashMap<>();

        private Builder() {}

        public Builder text(String name, String text) {
            return value(name, new Value.Text(text));
        }

        /** Left out if there is none. */
        public Builder text(String name, Optional<String> text) {
            text.ifPresent(any -> text(name, any));
            return this;
        }

        public Builder number(String name, long number) {
            return value(name, new Value.Whole(number));
        }

        /** Left out if there is none. */
        public Builder number(String name, OptionalInt number) {
            number.ifPresent(any -> number(name, any));
            return this;
        }

        public Builder flag(String name, boolean flag) {
            return value(name, new Value.Flag(flag));
        }

        public Builder structure(String name, Members members) {
            return value(name, new Value.Structure(members));
        }

        public Builder structures(String name, String itemType, List<Members> items) {
            return value(name, new Value.Structures(itemType, items));
        }

        public Builder value(String name, Value value) {
            values.put(name, value);
            return this;
        }

        public Members build() {
            return new Members(values);
        }
    }
}
