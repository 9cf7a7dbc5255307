package no.altinn.testing.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

/** A part of a query that has a value for each document. */
public sealed interface Expression {
    /** The members that it reads, each as a path like {@code /seq}. */
    default Stream<String> paths() {
        return parts().flatMap(Expression::paths);
    }

    /** What it is made of. */
    Stream<Expression> parts();

    /** How many documents the query finds; it has a value for all of them, and for none. */
    record Count() implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.empty();
        }
    }

    /** A value that stands in the query, or came as a parameter. */
    record Literal(JsonNode value) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.empty();
        }
    }

    /** A member of the document, found by its names from outside to inside; itself by none. */
    record Path(List<String> names) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.empty();
        }

        @Override
        public Stream<String> paths() {
            return Stream.of(text());
        }

        /** As indexing policies write it. */
        public String text() {
            return "/" + String.join("/", names);
        }

        /** As queries write it. */
        public String sql() {
            return names.isEmpty() ? "c" : "c." + String.join(".", names);
        }
    }

    /** A comparison by {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}. */
    record Comparison(String operator, Expression left, Expression right) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.of(left, right);
        }
    }

    /** Whether a value is one of others. */
    record In(Expression value, List<Expression> others) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.concat(Stream.of(value), others.stream());
        }
    }

    /** All of them, or any of them. */
    record Junction(boolean all, List<Expression> members) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return members.stream();
        }
    }

    /** The contrary. */
    record Not(Expression part) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return Stream.of(part);
        }
    }

    /** An object that is made of values; those that are undefined are left out. */
    record Made(List<Query.Column> members) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return members.stream().map(Query.Column::value);
        }
    }

    /** An array that is made of values. */
    record Listed(List<Expression> elements) implements Expression {
        @Override
        public Stream<Expression> parts() {
            return elements.stream();
        }
    }

    /** A function of Cosmos DB, by its name in upper case. */
    record Call(String function, List<Expression> arguments) implements Expression {
        /** Whether an array has an element that is equal to a value. */
        static final String ARRAY_CONTAINS = "ARRAY_CONTAINS";

        @Override
        public Stream<Expression> parts() {
            return arguments.stream();
        }

        /** Of an array, each element is indexed by itself. */
        @Override
        public Stream<String> paths() {
            Stream<String> all = parts().flatMap(Expression::paths);
            return function.equals(ARRAY_CONTAINS) ? all.map(path -> path + "/[]") : all;
        }
    }
}
