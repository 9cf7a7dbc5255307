package no.altinn.rest.odata;

import no.altinn.rest.representation.Members;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A function of texts. Cases differ: {@code 'a'} is not in {@code 'A'}. */
record Call(Function function, List<Expression> arguments) implements Expression {
    Call {
        arguments = List.copyOf(arguments);
    }

    /** The functions that there are, by OData's names. */
    enum Function {
        /** Whether the first text is a part of the second. */
        SUBSTRINGOF(2, Kind.FLAG) {
            @Override
            Object of(List<String> texts) {
                return texts.get(1).contains(texts.get(0));
            }
        },
        STARTSWITH(2, Kind.FLAG) {
            @Override
            Object of(List<String> texts) {
                return texts.get(0).startsWith(texts.get(1));
            }
        },
        ENDSWITH(2, Kind.FLAG) {
            @Override
            Object of(List<String> texts) {
                return texts.get(0).endsWith(texts.get(1));
            }
        },
        TOLOWER(1, Kind.TEXT) {
            @Override
            Object of(List<String> texts) {
                return texts.get(0).toLowerCase(Locale.ROOT);
            }
        },
        TOUPPER(1, Kind.TEXT) {
            @Override
            Object of(List<String> texts) {
                return texts.get(0).toUpperCase(Locale.ROOT);
            }
        };

        private final int arity;
        private final Kind result;

        Function(int arity, Kind result) {
            this.arity = arity;
            this.result = result;
        }

        abstract Object of(List<String> texts);

        int arity() {
            return arity;
        }

        static Optional<Function> named(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    @Override
    public Kind check(ListType type) {
        arguments.forEach(argument -> argument.require(Kind.TEXT, type));
        return function.result;
    }

    @Override
    public Optional<Object> value(ListType type, Members members) {
        List<String> texts =
                arguments.stream()
                        .flatMap(argument -> argument.value(type, members).stream())
                        .map(String.class::cast)
                        .toList();
        return texts.size() < arguments.size() ? Optional.empty() : Optional.of(function.of(texts));
    }
}
