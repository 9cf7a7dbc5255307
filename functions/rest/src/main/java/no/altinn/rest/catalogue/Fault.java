package no.altinn.rest.catalogue;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Something wrong in what was written for the catalogue.
 *
 * @param place where it stands
 * @param reason what is expected there, in one line
 */
public record Fault(JsonPointer place, String reason) {
    /** For example {@code FormsMetaData[0].DataFormatID: must be a text}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                text.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return text.append(text.isEmpty() ? "" : ": ").append(reason).toString();
    }
}
