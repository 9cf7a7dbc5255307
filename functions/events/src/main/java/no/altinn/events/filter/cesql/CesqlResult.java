package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.Optional;

/**
 * What an expression gives for one event.
 *
 * @param value the value; after an error the zero value of the expression's type, unless a function
 *     names another
 * @param error the first error; the evaluation ended with it (CESQL 1.0.0 §4.1, fail fast)
 */
public record CesqlResult(AttributeValue value, Optional<CesqlError> error) {
    /** Whether it is true, without an error; only then does an event pass (§1.2). */
    public boolean passes() {
        return error.isEmpty() && isTrue();
    }

    /** Whether there is an error, or a value that is neither true nor false. */
    public boolean isFailed() {
        return error.isPresent() || !(value instanceof AttributeValue.Truth);
    }

    private boolean isTrue() {
        return value instanceof AttributeValue.Truth truth && truth.holds();
    }
}
