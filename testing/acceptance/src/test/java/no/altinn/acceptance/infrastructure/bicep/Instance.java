package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of Bicep with values for its parameters. Symbols are worked out when they are asked for.
 * Not safe for use by several threads at once.
 */
final class Instance {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sources sources;
    private final String file;
    private final String path;
    private final Map<String, JsonNode> given;
    private final Evaluator evaluator;
    private final Map<String, JsonNode> symbols = new HashMap<>();
    private final Map<String, List<Instance>> modules = new HashMap<>();
    private final List<Deployed> resources = new ArrayList<>();

    Instance(Sources sources, String file, String path, Map<String, JsonNode> given) {
        this.sources = sources;
        this.file = file;
        this.path = path;
        this.given = Map.copyOf(given);
        this.evaluator = new Evaluator(this);
    }

    String file() {
        return file;
    }

    String path() {
        return path;
    }

    Sources sources() {
        return sources;
    }

    Optional<Statement.Function> function(String name) {
        return sources.bicep(file)
                .all(Statement.Function.class)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** Everything that is deployed by this file and its modules. */
    List<Deployed> deployed() {
        BicepFile bicep = sources.bicep(file);
        bicep.all(Statement.Resource.class).forEach(one -> symbol(one.name()));
        List<Deployed> all = new ArrayList<>();
        bicep.all(Statement.Module.class)
                .forEach(
                        module -> {
                            symbol(module.name());
                            modules.get(module.name()).forEach(in -> all.addAll(in.deployed()));
                        });
        all.addAll(resources);
        return List.copyOf(all);
    }

    /** What is wrong with the parameters of this file and of its modules. */
    List<String> refusals() {
        List<String> all = new ArrayList<>(new Bounds(evaluator).refusals(file, path, given));
        modules.values().stream()
                .flatMap(List::stream)
                .forEach(module -> all.addAll(module.refusals()));
        return List.copyOf(all);
    }

    /** The outputs of this file, by their names. */
    ObjectNode outputs() {
        ObjectNode outputs = JSON.objectNode();
        sources.bicep(file)
                .all(Statement.Output.class)
                .forEach(one -> outputs.set(one.name(), evaluator.value(one.value())));
        return outputs;
    }

    /** Whether a name is one of a resource or module, of which Azure knows more than the file. */
    boolean isDeployedSymbol(String name) {
        return sources.bicep(file).statements().stream()
                .anyMatch(
                        one ->
                                (one instanceof Statement.Resource resource
                                                && resource.name().equals(name))
                                        || (one instanceof Statement.Module module
                                                && module.name().equals(name)));
    }

    /** What a name stands for; missing if nothing is declared by it. */
    JsonNode symbol(String name) {
        if (!symbols.containsKey(name)) {
            symbols.put(name, declared(name));
        }
        return symbols.get(name);
    }

    private JsonNode declared(String name) {
        for (Statement statement : sources.bicep(file).statements()) {
            if (statement instanceof Statement.Parameter parameter
                    && parameter.name().equals(name)) {
                return given.containsKey(name)
                        ? given.get(name)
                        : parameter
                                .standard()
                                .map(evaluator::value)
                                .orElseGet(() -> Unknown.of(path + name));
            }
            if (statement instanceof Statement.Variable variable && variable.name().equals(name)) {
                return evaluator.value(variable.value());
            }
            if (statement instanceof Statement.Resource resource && resource.name().equals(name)) {
                return new Repeated(evaluator)
                        .value(resource.body(), (body, in) -> made(resource, body, in));
            }
            if (statement instanceof Statement.Module module && module.name().equals(name)) {
                modules.put(name, new ArrayList<>());
                return new Repeated(evaluator)
                        .value(module.body(), (body, in) -> instance(module, body, in));
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode made(Statement.Resource resource, Node body, Evaluator in) {
        ObjectNode value = (ObjectNode) in.value(body);
        Deployed deployed = Deployed.of(file, resource.name(), resource.type(), value);
        if (!resource.isExisting()) {
            resources.add(deployed);
        }
        return deployed.symbol();
    }

    private JsonNode instance(Statement.Module module, Node body, Evaluator in) {
        JsonNode value = in.value(body);
        Map<String, JsonNode> parameters = new HashMap<>();
        value.path("params")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue()));
        Instance instance =
                new Instance(
                        sources,
                        Sources.resolve(file, module.path()),
                        path + module.name() + ".",
                        parameters);
        modules.get(module.name()).add(instance);
        ObjectNode symbol = JSON.objectNode();
        symbol.set("name", value.path("name"));
        symbol.set("outputs", instance.outputs());
        return symbol;
    }

    static ArrayNode array(List<JsonNode> items) {
        return JSON.arrayNode().addAll(items);
    }
}
