package no.altinn.acceptance.infrastructure.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions. Not safe for use by several threads at once. */
final class Expressions {
    // Those that bind least come first.
    private static final List<List<String>> OPERATORS =
            List.of(
                    List.of("??"),
                    List.of("||"),
                    List.of("&&"),
                    List.of("==", "!=", "=~", "!~"),
                    List.of("<=", ">=", "<", ">"),
                    List.of("+", "-"),
                    List.of("*", "/", "%"));

    private final Characters text;
    private final Texts strings;

    Expressions(Characters text) {
        this.text = text;
        this.strings = new Texts(text, this::read);
    }

    /** The value of a declaration, which may be on a condition or in a loop. */
    Node read() {
        if (text.takesWord("if")) {
            return new Node.If(primary(), read());
        }
        Node condition = binary(0);
        if (!text.takesBeyondLine("?")) {
            return condition;
        }
        text.skipLines();
        Node then = read();
        text.skipLines();
        text.expect(":");
        text.skipLines();
        return new Node.Choice(condition, then, read());
    }

    private Node binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Node left = binary(level + 1);
        for (Optional<String> operator = operator(level);
                operator.isPresent();
                operator = operator(level)) {
            text.skipLines();
            left = new Node.Operation(operator.get(), left, binary(level + 1));
        }
        return left;
    }

    private Optional<String> operator(int level) {
        boolean continuesLines = level == 1 || level == 2;
        return OPERATORS.get(level).stream()
                .filter(one -> continuesLines ? text.takesBeyondLine(one) : text.takes(one))
                .findFirst();
    }

    private Node unary() {
        if (text.takes("!")) {
            return new Node.Not(unary());
        }
        if (text.takes("-")) {
            return new Node.Operation("-", new Node.Literal(0L), unary());
        }
        return postfix(primary());
    }

    private Node postfix(Node of) {
        Node node = of;
        while (true) {
            if (text.sees("!=") || text.sees("!~")) {
                return node;
            }
            boolean isAsserted = text.takes("!");
            if (text.takes(".?") || text.takes("::") || text.takes(".")) {
                String member = text.word();
                node =
                        text.sees("(")
                                ? new Node.Call(member, arguments())
                                : new Node.Access(node, member);
            } else if (text.takes("[?") || text.takes("[")) {
                text.skipLines();
                node = new Node.Index(node, read());
                text.skipLines();
                text.expect("]");
            } else if (!isAsserted) {
                return node;
            }
        }
    }

    private Node primary() {
        if (text.sees("'")) {
            return strings.read();
        }
        if (text.takes("[")) {
            return items();
        }
        if (text.takes("{")) {
            return members();
        }
        if (text.sees("(")) {
            return parenthesised();
        }
        String word = text.word();
        if (text.sees("(")) {
            return new Node.Call(word, arguments());
        }
        if (text.takes("=>")) {
            text.skipLines();
            return new Node.Lambda(List.of(word), read());
        }
        return named(word);
    }

    private static Node named(String word) {
        return switch (word) {
            case "true" -> new Node.Literal(true);
            case "false" -> new Node.Literal(false);
            case "null" -> new Node.Literal(Optional.empty());
            default ->
                    Character.isDigit(word.charAt(0))
                            ? new Node.Literal(Long.valueOf(word))
                            : new Node.Name(word);
        };
    }

    private Node parenthesised() {
        int start = text.mark();
        List<Node> inside = arguments();
        if (text.takes("=>")) {
            text.skipLines();
            return new Node.Lambda(inside.stream().map(Expressions::name).toList(), read());
        }
        if (inside.size() != 1) {
            text.back(start);
            throw text.unreadable("expected one expression in parentheses");
        }
        return inside.get(0);
    }

    private static String name(Node node) {
        return node instanceof Node.Name is ? is.name() : "";
    }

    private List<Node> arguments() {
        text.expect("(");
        List<Node> arguments = new ArrayList<>();
        while (!text.takesBeyondLine(")")) {
            text.skipLines();
            arguments.add(read());
            text.takesBeyondLine(",");
        }
        return arguments;
    }

    private Node items() {
        text.skipLines();
        if (text.takesWord("for")) {
            return loop();
        }
        List<Node> items = new ArrayList<>();
        while (!text.takesBeyondLine("]")) {
            text.skipLines();
            items.add(text.takes("...") ? new Node.Spread(read()) : read());
            text.takesBeyondLine(",");
        }
        return new Node.Items(items);
    }

    private Node loop() {
        String item;
        Optional<String> index = Optional.empty();
        if (text.takes("(")) {
            item = text.word();
            text.expect(",");
            index = Optional.of(text.word());
            text.expect(")");
        } else {
            item = text.word();
        }
        text.expect("in");
        Node in = read();
        text.expect(":");
        text.skipLines();
        Node body = read();
        text.skipLines();
        text.expect("]");
        return new Node.Loop(item, index, in, body);
    }

    private Node members() {
        List<Node.Member> members = new ArrayList<>();
        while (!text.takesBeyondLine("}")) {
            text.skipLines();
            if (text.takes("...")) {
                members.add(new Node.Member(Optional.empty(), read()));
            } else {
                Node name =
                        text.sees("'")
                                ? strings.read()
                                : new Node.Text(List.of(new Node.Literal(text.word())));
                text.expect(":");
                members.add(new Node.Member(Optional.of(name), read()));
            }
            text.takesBeyondLine(",");
        }
        return new Node.Members(members);
    }
}
