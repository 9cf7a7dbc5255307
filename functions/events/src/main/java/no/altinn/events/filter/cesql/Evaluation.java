package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Truth;
import no.altinn.events.event.AttributeValue.Whole;
import no.altinn.events.event.Attributes;

import java.util.Optional;

/**
 * One evaluation of an expression: the event, the first error, and how much text may still be
 * looked at. After an error every operator gives its zero value at once. Not thread-safe.
 */
final class Evaluation {
    /**
     * How many units of work one evaluation may take; a unit is half a nanosecond or less.
     * Attributes and expressions have bounds of their own, but an expression may look at one long
     * attribute a hundred times.
     */
    static final int MOST_WORK = 120_000;

    private final Attributes event;
    private Optional<CesqlError> error = Optional.empty();
    private int workLeft = MOST_WORK;

    Evaluation(Attributes event) {
        this.event = event;
    }

    /** The first error, if there is one. */
    Optional<CesqlError> error() {
        return error;
    }

    /** Whether there is an error, so that nothing is evaluated any more. */
    boolean hasFailed() {
        return error.isPresent();
    }

    /** Notes an error. Only the first one counts. */
    void fail(CesqlError cause) {
        if (error.isEmpty()) {
            error = Optional.of(cause);
        }
    }

    /**
     * Takes from the work that is left.
     *
     * @return whether there was enough; otherwise the evaluation has failed
     */
    boolean spend(long work) {
        if (work > workLeft) {
            fail(CesqlError.TOO_MUCH_WORK);
            return false;
        }
        workLeft -= (int) work;
        return true;
    }

    /** Whether the event has the attribute. */
    boolean has(String name) {
        return event.find(name).isPresent();
    }

    /** The attribute's value; false and an error if it is missing (§3.2). */
    AttributeValue attribute(String name) {
        Optional<AttributeValue> value = event.find(name);
        if (value.isEmpty()) {
            fail(CesqlError.MISSING_ATTRIBUTE);
            return Node.FALSE;
        }
        return value.get();
    }

    /** The value as a string (§3.7). */
    String text(AttributeValue value) {
        return value.text();
    }

    /** The value as an integer (§3.7); 0 and an error if it is no such text. */
    int whole(AttributeValue value) {
        if (value instanceof Whole whole) {
            return whole.number();
        }
        if (value instanceof Truth truth) {
            return truth.holds() ? 1 : 0;
        }
        return Numbers.parse(value.text())
                .orElseGet(
                        () -> {
                            fail(CesqlError.CAST);
                            return 0;
                        });
    }

    /** The value as a boolean (§3.7); false and an error if it is no such text. */
    boolean truth(AttributeValue value) {
        if (value instanceof Truth truth) {
            return truth.holds();
        }
        if (value instanceof Whole whole) {
            return whole.number() != 0;
        }
        if (Words.isTrue(value.text())) {
            return true;
        }
        if (!Words.isFalse(value.text())) {
            fail(CesqlError.CAST);
        }
        return false;
    }

    /** The value as one of the type that another value has. */
    AttributeValue cast(AttributeValue value, AttributeValue other) {
        if (other instanceof Text) {
            return new Text(text(value));
        }
        return other instanceof Whole ? new Whole(whole(value)) : Node.of(truth(value));
    }
}
