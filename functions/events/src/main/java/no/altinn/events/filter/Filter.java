package no.altinn.events.filter;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.Attributes;
import no.altinn.events.filter.cesql.CesqlExpression;
import no.altinn.events.filter.cesql.CesqlResult;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A condition on the attributes of an event, in one of the dialects of the Subscriptions API
 * §3.2.4.1. Texts are compared letter by letter; an attribute that is no text has its canonical
 * one. An attribute that is missing fulfils no condition, and so its negation is fulfilled.
 * Immutable.
 */
public sealed interface Filter {
    /**
     * Whether an event passes.
     *
     * @param errors is told of each expression that cannot be evaluated
     */
    boolean passes(Attributes event, FilterErrors errors);

    /** The attributes are these texts, all of them. */
    record Exact(Map<String, String> texts) implements Filter {
        public Exact {
            texts = Map.copyOf(texts);
        }

        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return all(event, texts, String::equals);
        }
    }

    /** The attributes begin with these texts, all of them. */
    record Prefix(Map<String, String> texts) implements Filter {
        public Prefix {
            texts = Map.copyOf(texts);
        }

        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return all(event, texts, String::startsWith);
        }
    }

    /** The attributes end with these texts, all of them. */
    record Suffix(Map<String, String> texts) implements Filter {
        public Suffix {
            texts = Map.copyOf(texts);
        }

        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return all(event, texts, String::endsWith);
        }
    }

    /** All of the filters are passed. */
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return filters.stream().allMatch(one -> one.passes(event, errors));
        }
    }

    /** One of the filters is passed, or more. */
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return filters.stream().anyMatch(one -> one.passes(event, errors));
        }
    }

    /** The filter is not passed. */
    record Not(Filter filter) implements Filter {
        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            return !filter.passes(event, errors);
        }
    }

    /**
     * The CESQL expression is true. An expression that ends in an error, or in no truth, is not.
     */
    record Sql(CesqlExpression expression) implements Filter {
        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            CesqlResult result = expression.evaluate(event);
            if (result.isFailed()) {
                errors.failed();
            }
            return result.passes();
        }
    }

    /** A filter that was stored and cannot be read. No event passes. */
    record Unknown() implements Filter {
        @Override
        public boolean passes(Attributes event, FilterErrors errors) {
            errors.failed();
            return false;
        }
    }

    private static boolean all(
            Attributes event, Map<String, String> texts, BiPredicate<String, String> holds) {
        for (Map.Entry<String, String> wanted : texts.entrySet()) {
            boolean isPassed =
                    event.find(wanted.getKey())
                            .map(AttributeValue::text)
                            .filter(text -> holds.test(text, wanted.getValue()))
                            .isPresent();
            if (!isPassed) {
                return false;
            }
        }
        return true;
    }
}
