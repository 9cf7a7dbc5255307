package no.altinn.acceptance.infrastructure.bicep;

import java.util.List;
import java.util.Optional;

/** An expression of Bicep. Immutable. */
sealed interface Node {
    /** A string: texts and what is inserted between them. */
    record Text(List<Node> parts) implements Node {}

    /** A text without insertions, a number, true, false or null. */
    record Literal(Object value) implements Node {}

    record Items(List<Node> items) implements Node {}

    record Members(List<Member> members) implements Node {}

    /** A member of an object; of a spread one ({@code ...x}) only the value is there. */
    record Member(Optional<Node> name, Node value) {}

    /** What is spread into an array. */
    record Spread(Node of) implements Node {}

    record Name(String name) implements Node {}

    record Access(Node of, String member) implements Node {}

    record Index(Node of, Node at) implements Node {}

    record Call(String function, List<Node> arguments) implements Node {}

    record Choice(Node condition, Node then, Node otherwise) implements Node {}

    record Operation(String operator, Node left, Node right) implements Node {}

    record Not(Node of) implements Node {}

    record Loop(String item, Optional<String> index, Node in, Node body) implements Node {}

    /** What is there on a condition only. */
    record If(Node condition, Node body) implements Node {}

    record Lambda(List<String> parameters, Node body) implements Node {}
}
