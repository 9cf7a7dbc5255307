package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a deployment of a file of Bicep makes. Immutable.
 *
 * @param name tells one deployment from another, for example the path of the parameter file
 * @param resources what is made
 * @param outputs what the deployment tells, by name
 * @param refusals parameters of files and modules that are missing, not declared, or out of their
 *     bounds
 */
public record Deployment(
        String name, List<Deployed> resources, JsonNode outputs, List<String> refusals) {
    /** Copies the lists. */
    public Deployment {
        resources = List.copyOf(resources);
        refusals = List.copyOf(refusals);
    }

    /**
     * Works out a deployment.
     *
     * @param file the path of the file of Bicep
     * @param parameters the path of the parameter file
     * @throws IllegalArgumentException if a file cannot be read
     */
    public static Deployment of(Sources sources, String file, String parameters) {
        return of(sources, parameters, file, values(sources, parameters));
    }

    /**
     * The same with the longest texts that its parameters may have, as far as they are bounded.
     *
     * @throws IllegalArgumentException if a file cannot be read
     */
    public static Deployment withLongestTexts(Sources sources, String file, String parameters) {
        Map<String, JsonNode> values = values(sources, parameters);
        Evaluator evaluator = new Evaluator(new Instance(sources, file, "", Map.of()));
        sources.bicep(file)
                .all(Statement.Parameter.class)
                .filter(one -> one.type().equals("string") && one.bounds().containsKey("maxLength"))
                .forEach(
                        one -> {
                            JsonNode most = evaluator.value(one.bounds().get("maxLength"));
                            values.put(one.name(), TextNode.valueOf("x".repeat(most.intValue())));
                        });
        return of(sources, parameters + " with the longest names", file, values);
    }

    private static Map<String, JsonNode> values(Sources sources, String parameters) {
        Instance given = new Instance(sources, parameters, "", Map.of());
        Map<String, JsonNode> values = new HashMap<>();
        sources.bicep(parameters)
                .all(Statement.Given.class)
                .forEach(one -> values.put(one.name(), new Evaluator(given).value(one.value())));
        return values;
    }

    /** The same with parameters that are not known. */
    public static Deployment of(Sources sources, String file) {
        return of(sources, file, file, Map.of());
    }

    private static Deployment of(
            Sources sources, String name, String file, Map<String, JsonNode> values) {
        Instance instance = new Instance(sources, file, "", values);
        return new Deployment(name, instance.deployed(), instance.outputs(), instance.refusals());
    }

    /** The resources of a type. */
    public Stream<Deployed> all(String type) {
        return resources.stream().filter(one -> one.type().equals(type));
    }
}
