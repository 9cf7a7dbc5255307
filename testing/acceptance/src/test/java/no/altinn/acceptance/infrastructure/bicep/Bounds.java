package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the parameters of a file to the bounds that the file states. Immutable. */
final class Bounds {
    private final Evaluator evaluator;

    Bounds(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    List<String> refusals(String file, String path, Map<String, JsonNode> given) {
        List<Statement.Parameter> declared =
                evaluator.instance().sources().bicep(file).all(Statement.Parameter.class).toList();
        Set<String> names =
                declared.stream().map(Statement.Parameter::name).collect(Collectors.toSet());
        List<String> refusals = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> refusals.add(path + name + " is no parameter of " + file));
        for (Statement.Parameter parameter : declared) {
            if (!given.containsKey(parameter.name()) && parameter.standard().isEmpty()) {
                refusals.add(path + parameter.name() + " is missing: " + file + " needs it");
            }
            refusal(parameter).ifPresent(why -> refusals.add(path + parameter.name() + why));
        }
        return refusals;
    }

    private Optional<String> refusal(Statement.Parameter parameter) {
        JsonNode value = evaluator.instance().symbol(parameter.name());
        if (Unknown.is(value)) {
            return Optional.empty();
        }
        long size = value.isTextual() ? value.textValue().length() : value.size();
        return parameter.bounds().entrySet().stream()
                .filter(bound -> isBeyond(bound, value, size))
                .map(
                        bound ->
                                " is %s, against @%s(%s)"
                                        .formatted(
                                                value,
                                                bound.getKey(),
                                                evaluator.value(bound.getValue())))
                .findFirst();
    }

    private boolean isBeyond(Map.Entry<String, Node> bound, JsonNode value, long size) {
        JsonNode limit = evaluator.value(bound.getValue());
        return switch (bound.getKey()) {
            case "minValue" -> value.asLong() < limit.asLong();
            case "maxValue" -> value.asLong() > limit.asLong();
            case "minLength" -> size < limit.asLong();
            case "maxLength" -> size > limit.asLong();
            case "allowed" -> ListFunctions.each(limit).noneMatch(value::equals);
            default -> false;
        };
    }
}
