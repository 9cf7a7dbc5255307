package no.altinn.acceptance.infrastructure.bicep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file of Bicep, or a parameter file, declares. Immutable.
 *
 * @param statements in the file's order
 */
record BicepFile(List<Statement> statements) {
    private static final Set<String> TYPES = Set.of("{", "[", "(");

    BicepFile {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException telling file and line, if it is not Bicep, or a part of
     *     Bicep that is not read: nested resources, imports
     */
    static BicepFile read(String name, String content) {
        Characters text = new Characters(name, content);
        Expressions expressions = new Expressions(text);
        List<Statement> statements = new ArrayList<>();
        Map<String, Node> decorators = new HashMap<>();
        text.skipLines();
        while (!text.isAtEnd()) {
            if (text.takes("@")) {
                if (expressions.read() instanceof Node.Call call && !call.arguments().isEmpty()) {
                    decorators.put(call.function(), call.arguments().get(0));
                }
            } else {
                statement(text, expressions, decorators).ifPresent(statements::add);
                decorators.clear();
            }
            text.skipLines();
        }
        return new BicepFile(statements);
    }

    <T extends Statement> Stream<T> all(Class<T> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Optional<Statement> statement(
            Characters text, Expressions expressions, Map<String, Node> decorators) {
        String keyword = text.word();
        return switch (keyword) {
            case "targetScope" -> {
                value(text, expressions);
                yield Optional.empty();
            }
            case "using", "metadata" -> {
                skipLine(text);
                yield Optional.empty();
            }
            case "type" -> {
                text.word();
                text.expect("=");
                type(text);
                yield Optional.empty();
            }
            case "param" -> Optional.of(parameter(text, expressions, decorators));
            case "var" ->
                    Optional.of(new Statement.Variable(text.word(), typedValue(text, expressions)));
            case "func" -> Optional.of(function(text, expressions));
            case "resource" -> Optional.of(resource(text, expressions));
            case "module" ->
                    Optional.of(
                            new Statement.Module(
                                    text.word(),
                                    quoted(text, expressions),
                                    value(text, expressions)));
            case "output" ->
                    Optional.of(new Statement.Output(text.word(), typedValue(text, expressions)));
            default -> throw text.unreadable("a statement of this kind is not read: " + keyword);
        };
    }

    private static Statement parameter(
            Characters text, Expressions expressions, Map<String, Node> decorators) {
        String name = text.word();
        if (text.takes("=")) {
            text.skipSpaces();
            return new Statement.Given(name, expressions.read());
        }
        String type = type(text);
        return new Statement.Parameter(
                name,
                type,
                text.takes("=") ? Optional.of(expressions.read()) : Optional.empty(),
                Map.copyOf(decorators));
    }

    private static Statement function(Characters text, Expressions expressions) {
        String name = text.word();
        List<String> parameters = new ArrayList<>();
        text.expect("(");
        while (!text.takesBeyondLine(")")) {
            text.skipLines();
            parameters.add(text.word());
            text.word();
            while (text.takes("[")) {
                text.expect("]");
            }
            text.takesBeyondLine(",");
        }
        type(text, "=>");
        text.expect("=>");
        text.skipLines();
        return new Statement.Function(name, parameters, expressions.read());
    }

    private static Statement resource(Characters text, Expressions expressions) {
        String name = text.word();
        String type = quoted(text, expressions);
        boolean isExisting = text.takesWord("existing");
        return new Statement.Resource(name, type, isExisting, value(text, expressions));
    }

    private static String quoted(Characters text, Expressions expressions) {
        text.skipSpaces();
        int start = text.mark();
        new Texts(text, expressions::read).read();
        String quoted = text.since(start);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Node value(Characters text, Expressions expressions) {
        text.expect("=");
        text.skipSpaces();
        return expressions.read();
    }

    private static Node typedValue(Characters text, Expressions expressions) {
        type(text);
        return value(text, expressions);
    }

    private static String type(Characters text) {
        return type(text, "=");
    }

    // A type ends with its line, or with what is said of it, outside of brackets.
    private static String type(Characters text, String end) {
        text.skipSpaces();
        int start = text.mark();
        int depth = 0;
        while (!text.isAtEnd() && !(depth == 0 && (text.sees("\n") || text.sees(end)))) {
            String character = String.valueOf(text.take());
            if (TYPES.contains(character)) {
                depth++;
            } else if (Set.of("}", "]", ")").contains(character)) {
                depth--;
            }
        }
        return text.since(start);
    }

    private static void skipLine(Characters text) {
        while (!text.isAtEnd() && !text.sees("\n")) {
            text.take();
        }
    }
}
