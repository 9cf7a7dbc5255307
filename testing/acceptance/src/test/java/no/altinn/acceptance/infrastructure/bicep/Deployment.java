package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;

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
 */
public record Deployment(String name, List<Deployed> resources, JsonNode outputs) {
    /** Copies the list. */
    public Deployment {
        resources = List.copyOf(resources);
    }

    /**
     * Works out a deployment.
     *
     * @param file the path of the file of Bicep
     * @param parameters the path of the parameter file
     * @throws IllegalArgumentException if a file cannot be read
     */
    public static Deployment of(Sources sources, String file, String parameters) {
        Instance given = new Instance(sources, parameters, "", Map.of());
        Map<String, JsonNode> values = new HashMap<>();
        sources.bicep(parameters)
                .all(Statement.Given.class)
                .forEach(one -> values.put(one.name(), new Evaluator(given).value(one.value())));
        return of(sources, parameters, file, values);
    }

    /** The same with parameters that are not known. */
    public static Deployment of(Sources sources, String file) {
        return of(sources, file, file, Map.of());
    }

    private static Deployment of(
            Sources sources, String name, String file, Map<String, JsonNode> values) {
        Instance instance = new Instance(sources, file, "", values);
        return new Deployment(name, instance.deployed(), instance.outputs());
    }

    /** The resources of a type. */
    public Stream<Deployed> all(String type) {
        return resources.stream().filter(one -> one.type().equals(type));
    }
}
