package no.altinn.testing.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.regex.Pattern;

/** Gives expressions their values. What cannot be said of a document is undefined, not false. */
final class Evaluator {
    private static final JsonNode UNDEFINED = MissingNode.getInstance();

    private Evaluator() {}

    static boolean isTrue(Expression expression, JsonNode document) {
        return value(expression, document).equals(BooleanNode.TRUE);
    }

    static JsonNode value(Expression expression, JsonNode document) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Path path) {
            JsonNode value = document;
            for (String name : path.names()) {
                value = value.path(name);
            }
            return value;
        }
        if (expression instanceof Expression.Comparison comparison) {
            return compared(
                    comparison.operator(),
                    value(comparison.left(), document),
                    value(comparison.right(), document));
        }
        if (expression instanceof Expression.In in) {
            return in(in, document);
        }
        if (expression instanceof Expression.Junction junction) {
            return junction(junction, document);
        }
        if (expression instanceof Expression.Not not) {
            JsonNode value = value(not.part(), document);
            return value.isBoolean() ? BooleanNode.valueOf(!value.booleanValue()) : UNDEFINED;
        }
        if (expression instanceof Expression.Made made) {
            return members(made.members(), document);
        }
        if (expression instanceof Expression.Listed listed) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            listed.elements().forEach(element -> array.add(value(element, document)));
            return array;
        }
        if (expression instanceof Expression.Count) {
            throw new SyntaxError("COUNT");
        }
        Expression.Call call = (Expression.Call) expression;
        return called(
                call.function(), call.arguments().stream().map(a -> value(a, document)).toList());
    }

    /** The value of an expression over all documents that are found. */
    static JsonNode counted(Expression expression, int found) {
        if (expression instanceof Expression.Count) {
            return IntNode.valueOf(found);
        }
        if (expression instanceof Expression.Listed listed) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            listed.elements().forEach(element -> array.add(counted(element, found)));
            return array;
        }
        if (expression instanceof Expression.Made made) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            made.members().forEach(m -> object.set(m.name(), counted(m.value(), found)));
            return object;
        }
        throw new SyntaxError("COUNT");
    }

    static ObjectNode members(List<Query.Column> columns, JsonNode document) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Query.Column column : columns) {
            JsonNode value = value(column.value(), document);
            if (!value.isMissingNode()) {
                members.set(column.name(), value);
            }
        }
        return members;
    }

    private static JsonNode compared(String operator, JsonNode left, JsonNode right) {
        if (!Values.areComparable(left, right)) {
            return UNDEFINED;
        }
        int order = Values.ORDER.compare(left, right);
        return BooleanNode.valueOf(
                switch (operator) {
                    case "=" -> order == 0;
                    case "!=", "<>" -> order != 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> throw new SyntaxError(operator);
                });
    }

    private static JsonNode in(Expression.In in, JsonNode document) {
        JsonNode value = value(in.value(), document);
        return value.isMissingNode()
                ? UNDEFINED
                : BooleanNode.valueOf(
                        in.others().stream()
                                .map(other -> compared("=", value, value(other, document)))
                                .anyMatch(BooleanNode.TRUE::equals));
    }

    /** One false makes AND false, one true makes OR true, whatever is undefined beside it. */
    private static JsonNode junction(Expression.Junction junction, JsonNode document) {
        BooleanNode decisive = BooleanNode.valueOf(!junction.all());
        List<JsonNode> values =
                junction.members().stream().map(part -> value(part, document)).toList();
        if (values.contains(decisive)) {
            return decisive;
        }
        return values.stream().allMatch(JsonNode::isBoolean)
                ? BooleanNode.valueOf(junction.all())
                : UNDEFINED;
    }

    private static JsonNode called(String function, List<JsonNode> arguments) {
        if (function.equals(Expression.Call.ARRAY_CONTAINS)) {
            return contains(arguments.get(0), arguments.get(1));
        }
        return function.startsWith("IS_")
                ? BooleanNode.valueOf(isOfType(function, arguments.get(0)))
                : calledWithTexts(function, arguments);
    }

    private static JsonNode contains(JsonNode array, JsonNode value) {
        return array.isArray() && !value.isMissingNode()
                ? BooleanNode.valueOf(
                        array.valueStream()
                                .map(element -> compared("=", element, value))
                                .anyMatch(BooleanNode.TRUE::equals))
                : UNDEFINED;
    }

    private static boolean isOfType(String function, JsonNode value) {
        return switch (function) {
            case "IS_DEFINED" -> !value.isMissingNode();
            case "IS_NULL" -> value.isNull();
            case "IS_BOOLEAN" -> value.isBoolean();
            case "IS_NUMBER" -> value.isNumber();
            case "IS_STRING" -> value.isTextual();
            case "IS_ARRAY" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static JsonNode calledWithTexts(String function, List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(JsonNode::isTextual)) {
            return UNDEFINED;
        }
        String text = arguments.get(0).textValue();
        String other = arguments.get(1).textValue();
        return BooleanNode.valueOf(
                switch (function) {
                    case "STARTSWITH" -> text.startsWith(other);
                    case "REGEXMATCH" -> pattern(other, arguments).matcher(text).find();
                    default -> throw new SyntaxError(function);
                });
    }

    private static Pattern pattern(String regex, List<JsonNode> arguments) {
        boolean withoutCase = arguments.size() > 2 && arguments.get(2).textValue().contains("i");
        return Pattern.compile(
                regex, withoutCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }
}
