package no.altinn.acceptance.infrastructure.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads strings. Not safe for use by several threads at once. */
final class Texts {
    private static final String LONG = "'''";

    private final Characters text;
    private final Supplier<Node> inserted;

    Texts(Characters text, Supplier<Node> inserted) {
        this.text = text;
        this.inserted = inserted;
    }

    Node read() {
        text.skipSpaces();
        if (text.takesExactly(LONG)) {
            return longText();
        }
        text.expect("'");
        List<Node> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (!text.takesExactly("'")) {
            if (text.takesExactly("${")) {
                parts.add(new Node.Literal(literal.toString()));
                literal.setLength(0);
                parts.add(inserted.get());
                text.expect("}");
            } else if (text.takesExactly("\\")) {
                literal.append(escaped(text.take()));
            } else {
                literal.append(text.take());
            }
        }
        parts.add(new Node.Literal(literal.toString()));
        return new Node.Text(parts);
    }

    private Node longText() {
        text.takesExactly("\r");
        text.takesExactly("\n");
        StringBuilder literal = new StringBuilder();
        while (!text.takesExactly(LONG)) {
            literal.append(text.take());
        }
        return new Node.Text(List.of(new Node.Literal(literal.toString())));
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }
}
