package no.altinn.rest.message;

import java.util.List;

/**
 * What is wrong with forms, measured by their schemas.
 *
 * @param errors up to 100
 */
public record Validation(List<Fault> errors) {
    public Validation {
        errors = List.copyOf(errors);
    }

    /**
     * One fault.
     *
     * @param field the name of the element, without a namespace's prefix
     * @param message what is wrong, in English, up to 500 characters
     * @param xpath where the element is, for example {@code /Skjema/navn[2]}
     */
    public record Fault(String field, String message, String xpath) {}

    public boolean isSuccess() {
        return errors.isEmpty();
    }
}
