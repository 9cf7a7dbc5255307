package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Truth;
import no.altinn.events.event.AttributeValue.Whole;

import java.util.List;
import java.util.Optional;

/** A part of an expression. Immutable. */
sealed interface Node
        permits Literal,
                AttributeAccess,
                Exists,
                Unary,
                Logic,
                Comparison,
                Arithmetic,
                Like,
                Membership,
                FunctionCall {
    AttributeValue TRUE = new Truth(true);
    AttributeValue FALSE = new Truth(false);
    AttributeValue ZERO = new Whole(0);

    /** A boolean as a value. */
    static AttributeValue of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** The value for an event; the zero value of the node's type after an error. */
    AttributeValue evaluate(Evaluation in);

    /** The parts that it is made of. */
    List<Node> parts();

    /** Whether its value cannot be true or false, whatever the event is. */
    default boolean isNeverTruth() {
        return false;
    }

    /** The first call in it that no function answers, as {@code NAME with 2 arguments}. */
    default Optional<String> missingFunction() {
        return parts().stream().flatMap(part -> part.missingFunction().stream()).findFirst();
    }
}
