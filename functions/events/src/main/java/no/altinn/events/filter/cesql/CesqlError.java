package no.altinn.events.filter.cesql;

/** What can go wrong while an expression is evaluated (CESQL 1.0.0 §3.3). */
public enum CesqlError {
    /** A division by zero, or a result that is no integer of 32 bits. */
    MATH,
    /** A value that cannot become one of the type that is needed. */
    CAST,
    /** The event has no such attribute. */
    MISSING_ATTRIBUTE,
    /** There is no function with this name and so many arguments. */
    MISSING_FUNCTION,
    /** A function cannot work with its arguments. */
    FUNCTION_EVALUATION,
    /** The expression looks at more text than one evaluation may. */
    TOO_MUCH_WORK
}
