package no.altinn.platform.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@code function.json} beside the method that it stands for. */
record StagedFunction(String name, JsonNode json) {

    /** The class that the worker will load. */
    Class<?> type() {
        String entryPoint = json.path("entryPoint").asText();
        try {
            return Class.forName(entryPoint.substring(0, entryPoint.lastIndexOf('.')));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " has an entry point that is nowhere", e);
        }
    }

    /** The method that the worker will call: the only one of that name. */
    Method method() {
        String entryPoint = json.path("entryPoint").asText();
        String methodName = entryPoint.substring(entryPoint.lastIndexOf('.') + 1);
        List<Method> methods =
                Arrays.stream(type().getMethods())
                        .filter(method -> method.getName().equals(methodName))
                        .toList();
        if (methods.size() != 1) {
            throw new AssertionError(entryPoint + " is the name of " + methods);
        }
        return methods.get(0);
    }

    /** What fires it: its first binding. */
    JsonNode trigger() {
        return json.path("bindings").path(0);
    }

    /** What fires it in short: methods and route, a queue, a container, a schedule. */
    String fires() {
        String type = trigger().path("type").asText();
        return switch (type) {
            case "httpTrigger" ->
                    String.join(",", texts(trigger().path("methods"))) + " " + text("route");
            case "queueTrigger" -> type + " " + text("queueName") + " of " + text("connection");
            case "timerTrigger" -> type + " " + text("schedule");
            case "cosmosDBTrigger" ->
                    "%s %s/%s of %s with %s"
                            .formatted(
                                    type,
                                    text("databaseName"),
                                    text("containerName"),
                                    text("connection"),
                                    text("leaseContainerName"));
            default -> type;
        };
    }

    private String text(String member) {
        return trigger().path(member).asText();
    }

    /** Where it differs from the annotations of its method; nothing, if all is well. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Method method = method();
        if (!method.getAnnotation(FunctionName.class).value().equals(name)) {
            differences.add(name + " is the name of another function");
        }
        List<Annotation> bindings =
                Arrays.stream(method.getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        // A part of what the trigger brings, and no binding of its own.
                        .filter(annotation -> !(annotation instanceof BindingName))
                        .toList();
        if (bindings.size() != 1) {
            differences.add(name + " has bindings besides its trigger");
        }
        for (Annotation binding : bindings) {
            String type = binding.annotationType().getSimpleName();
            if (!trigger().path("type").asText().equalsIgnoreCase(type)) {
                differences.add(name + " is fired by " + trigger() + " and not by " + type);
            }
            Arrays.stream(binding.annotationType().getDeclaredMethods())
                    .flatMap(attribute -> difference(binding, attribute))
                    .forEach(differences::add);
        }
        return differences;
    }

    /** An attribute that has its default may be left out; that is how the host reads it. */
    private Stream<String> difference(Annotation binding, Method attribute) {
        Object value = value(binding, attribute);
        JsonNode staged = trigger().path(attribute.getName());
        boolean isLeftOut =
                staged.isMissingNode() && Objects.deepEquals(value, attribute.getDefaultValue());
        return isLeftOut || texts(staged).equals(texts(value))
                ? Stream.empty()
                : Stream.of(name + "." + attribute.getName() + " is " + staged + ", not " + value);
    }

    private static Object value(Annotation binding, Method attribute) {
        try {
            return attribute.invoke(binding);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(attribute.toString(), e);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(element.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }

    private static List<String> texts(Object value) {
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> String.valueOf(Array.get(value, i)))
                        .toList()
                : List.of(String.valueOf(value));
    }
}
