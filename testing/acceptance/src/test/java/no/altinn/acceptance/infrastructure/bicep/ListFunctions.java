package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Works out calls of functions of lists and objects, and of texts as far as they are lists. */
final class ListFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Evaluator evaluator;

    ListFunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The value, if the function is one of those. */
    Optional<JsonNode> value(Node.Call call) {
        return Optional.ofNullable(
                switch (call.function()) {
                    case "map" -> list(items(call).map(item -> applied(call, 1, item)));
                    case "filter" ->
                            list(items(call).filter(item -> applied(call, 1, item).asBoolean()));
                    case "toObject" -> object(call);
                    case "items" -> entries(argument(call, 0));
                    case "objectKeys" -> keys(argument(call, 0));
                    case "union" -> union(all(call));
                    case "concat" -> concat(all(call));
                    case "intersection" -> common(argument(call, 0), argument(call, 1));
                    case "flatten" -> list(items(call).flatMap(ListFunctions::each));
                    case "range" ->
                            list(
                                    LongStream.range(0, argument(call, 1).asLong())
                                            .mapToObj(i -> argument(call, 0).asLong() + i)
                                            .map(LongNode::valueOf));
                    case "length" -> LongNode.valueOf(size(argument(call, 0)));
                    case "empty" -> BooleanNode.valueOf(isEmpty(argument(call, 0)));
                    case "contains" ->
                            BooleanNode.valueOf(contains(argument(call, 0), argument(call, 1)));
                    case "join" ->
                            TextNode.valueOf(
                                    String.join(
                                            argument(call, 1).asText(),
                                            items(call).map(JsonNode::asText).toList()));
                    case "split" ->
                            list(
                                    Splitter.on(argument(call, 1).asText())
                                            .splitToStream(argument(call, 0).asText())
                                            .map(TextNode::valueOf));
                    case "first" -> end(argument(call, 0), true);
                    case "last" -> end(argument(call, 0), false);
                    case "take" -> take(argument(call, 0), argument(call, 1).intValue());
                    case "skip" -> list(items(call).skip(argument(call, 1).asLong()));
                    case "max" -> LongNode.valueOf(Collections.max(numbers(call)));
                    case "min" -> LongNode.valueOf(Collections.min(numbers(call)));
                    default -> null;
                });
    }

    private JsonNode argument(Node.Call call, int at) {
        return evaluator.value(call.arguments().get(at));
    }

    private List<JsonNode> all(Node.Call call) {
        return call.arguments().stream().map(evaluator::value).toList();
    }

    private Stream<JsonNode> items(Node.Call call) {
        return each(argument(call, 0));
    }

    private List<Long> numbers(Node.Call call) {
        List<JsonNode> arguments = all(call);
        Stream<JsonNode> numbers =
                arguments.get(0).isArray() ? each(arguments.get(0)) : arguments.stream();
        return numbers.map(JsonNode::asLong).toList();
    }

    private JsonNode applied(Node.Call call, int at, JsonNode item) {
        Node.Lambda lambda = (Node.Lambda) call.arguments().get(at);
        return evaluator.with(lambda.parameters(), List.of(item)).value(lambda.body());
    }

    private JsonNode object(Node.Call call) {
        ObjectNode object = JSON.objectNode();
        items(call)
                .forEach(
                        item ->
                                object.set(
                                        applied(call, 1, item).asText(),
                                        call.arguments().size() < 3
                                                ? item
                                                : applied(call, 2, item)));
        return object;
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode list(Stream<? extends JsonNode> items) {
        return Instance.array(List.copyOf(items.toList()));
    }

    private static JsonNode entries(JsonNode object) {
        return list(
                object.properties().stream()
                        .map(
                                one ->
                                        JSON.objectNode()
                                                .put("key", one.getKey())
                                                .set("value", one.getValue())));
    }

    private static JsonNode keys(JsonNode object) {
        return list(object.properties().stream().map(one -> TextNode.valueOf(one.getKey())));
    }

    private static JsonNode union(List<JsonNode> values) {
        if (values.stream().allMatch(JsonNode::isArray)) {
            Set<JsonNode> items = new LinkedHashSet<>();
            values.forEach(one -> one.forEach(items::add));
            return Instance.array(List.copyOf(items));
        }
        ObjectNode all = JSON.objectNode();
        values.stream().filter(JsonNode::isObject).forEach(one -> all.setAll((ObjectNode) one));
        return all;
    }

    private static JsonNode concat(List<JsonNode> values) {
        return values.stream().allMatch(JsonNode::isArray)
                ? list(values.stream().flatMap(ListFunctions::each))
                : TextNode.valueOf(String.join("", values.stream().map(JsonNode::asText).toList()));
    }

    private static JsonNode common(JsonNode left, JsonNode right) {
        List<JsonNode> other = each(right).toList();
        return list(each(left).filter(other::contains));
    }

    private static long size(JsonNode value) {
        return value.isTextual() ? value.textValue().length() : value.size();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isMissingNode() || size(value) == 0;
    }

    private static boolean contains(JsonNode in, JsonNode what) {
        return in.isTextual()
                ? in.textValue().contains(what.asText())
                : in.isObject() ? in.has(what.asText()) : each(in).anyMatch(what::equals);
    }

    private static JsonNode end(JsonNode of, boolean isFirst) {
        List<JsonNode> items = new ArrayList<>(each(of).toList());
        if (items.isEmpty()) {
            return NullNode.getInstance();
        }
        return items.get(isFirst ? 0 : items.size() - 1);
    }

    private static JsonNode take(JsonNode of, int count) {
        return of.isTextual()
                ? TextNode.valueOf(
                        of.textValue().substring(0, Math.min(count, of.textValue().length())))
                : list(each(of).limit(count));
    }
}
