package no.altinn.acceptance.infrastructure.bicep;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of a Bicep file that declares something. Immutable. */
sealed interface Statement {
    /** With what its decorators say of it, by their names. */
    record Parameter(String name, String type, Optional<Node> standard, Map<String, Node> bounds)
            implements Statement {}

    /** The value that a parameter file gives. */
    record Given(String name, Node value) implements Statement {}

    record Variable(String name, Node value) implements Statement {}

    record Function(String name, List<String> parameters, Node body) implements Statement {}

    record Resource(String name, String type, boolean isExisting, Node body) implements Statement {}

    record Module(String name, String path, Node body) implements Statement {}

    record Output(String name, Node value) implements Statement {}
}
