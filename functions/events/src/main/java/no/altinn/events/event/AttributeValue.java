package no.altinn.events.event;

/** The value of an attribute, as one of the types that JSON can tell apart. Immutable. */
public sealed interface AttributeValue {
    /** The canonical text of the value (CloudEvents 1.0.2 §Type System). */
    String text();

    /** A string, a URI, a time or bytes: whatever is written as a string. */
    record Text(String text) implements AttributeValue {}

    /** A whole number of 32 bits. */
    record Whole(int number) implements AttributeValue {
        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    /** True or false. */
    record Truth(boolean holds) implements AttributeValue {
        @Override
        public String text() {
            return Boolean.toString(holds);
        }
    }
}
