package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out expressions where their names mean something. Immutable. */
final class Evaluator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Instance instance;
    private final Map<String, JsonNode> locals;

    Evaluator(Instance instance) {
        this(instance, Map.of());
    }

    private Evaluator(Instance instance, Map<String, JsonNode> locals) {
        this.instance = instance;
        this.locals = Map.copyOf(locals);
    }

    Instance instance() {
        return instance;
    }

    /** Inside of a loop. */
    Evaluator in(Node.Loop loop, JsonNode item, int index) {
        Evaluator inside = with(List.of(loop.item()), List.of(item));
        return loop.index()
                .map(name -> inside.with(List.of(name), List.of(LongNode.valueOf(index))))
                .orElse(inside);
    }

    /** Where some names stand for values of their own. */
    Evaluator with(List<String> names, List<? extends JsonNode> values) {
        Map<String, JsonNode> more = new HashMap<>(locals);
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            more.put(names.get(i), values.get(i));
        }
        return new Evaluator(instance, more);
    }

    /** Whether a condition holds. One that only Azure can decide does. */
    boolean holds(Node condition) {
        JsonNode value = value(condition);
        return value.isBoolean() ? value.booleanValue() : Unknown.is(value);
    }

    JsonNode value(Node node) {
        if (node instanceof Node.Literal literal) {
            return literal(literal.value());
        } else if (node instanceof Node.Text text) {
            return text(text);
        } else if (node instanceof Node.Name name) {
            return locals.containsKey(name.name())
                    ? locals.get(name.name())
                    : instance.symbol(name.name());
        } else if (node instanceof Node.Items items) {
            return items(items);
        } else if (node instanceof Node.Members members) {
            return members(members);
        } else if (node instanceof Node.Access access) {
            return accessed(node, value(access.of()), access.member());
        } else if (node instanceof Node.Index index) {
            JsonNode at = value(index.at());
            JsonNode of = value(index.of());
            return at.isNumber() ? of.path(at.intValue()) : accessed(node, of, at.asText());
        } else if (node instanceof Node.Choice choice) {
            return value(holds(choice.condition()) ? choice.then() : choice.otherwise());
        } else if (node instanceof Node.If on) {
            return holds(on.condition()) ? value(on.body()) : NullNode.getInstance();
        } else if (node instanceof Node.Not not) {
            return BooleanNode.valueOf(!holds(not.of()));
        } else if (node instanceof Node.Operation operation) {
            return new Operations(this).value(operation);
        } else if (node instanceof Node.Call call) {
            return new Functions(this).value(call);
        } else if (node instanceof Node.Loop) {
            return new Repeated(this).value(node, (body, in) -> in.value(body));
        }
        throw new IllegalArgumentException("There is no value of " + node);
    }

    private static JsonNode literal(Object value) {
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        } else if (value instanceof Long number) {
            return LongNode.valueOf(number);
        } else if (value instanceof Boolean is) {
            return BooleanNode.valueOf(is);
        }
        return NullNode.getInstance();
    }

    private JsonNode text(Node.Text text) {
        StringBuilder all = new StringBuilder();
        for (Node part : text.parts()) {
            JsonNode value = value(part);
            all.append(value.isValueNode() ? value.asText() : value.toString());
        }
        return TextNode.valueOf(all.toString());
    }

    private JsonNode items(Node.Items items) {
        ArrayNode all = JSON.arrayNode();
        for (Node item : items.items()) {
            if (item instanceof Node.Spread spread) {
                value(spread.of()).forEach(all::add);
            } else {
                all.add(value(item));
            }
        }
        return all;
    }

    private JsonNode members(Node.Members members) {
        ObjectNode all = JSON.objectNode();
        for (Node.Member member : members.members()) {
            JsonNode value = value(member.value());
            if (member.name().isPresent()) {
                all.set(value(member.name().get()).asText(), value);
            } else if (value.isObject()) {
                all.setAll((ObjectNode) value);
            }
        }
        return all;
    }

    // A resource has more than its declaration says.
    private JsonNode accessed(Node node, JsonNode of, String member) {
        if (of.has(member)) {
            return of.get(member);
        }
        if (Unknown.is(of) || isOfDeployed(node)) {
            return Unknown.of(instance.path() + told(node));
        }
        return NullNode.getInstance();
    }

    private boolean isOfDeployed(Node node) {
        if (node instanceof Node.Access access) {
            return isOfDeployed(access.of());
        }
        if (node instanceof Node.Index index) {
            return isOfDeployed(index.of());
        }
        return node instanceof Node.Name name
                && !locals.containsKey(name.name())
                && instance.isDeployedSymbol(name.name());
    }

    private static String told(Node node) {
        if (node instanceof Node.Access access) {
            return told(access.of()) + "." + access.member();
        }
        if (node instanceof Node.Index index) {
            return told(index.of()) + "[]";
        }
        return node instanceof Node.Name name ? name.name() : "value";
    }
}
