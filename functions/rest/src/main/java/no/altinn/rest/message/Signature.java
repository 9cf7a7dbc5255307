package no.altinn.rest.message;

import java.time.Instant;
import java.util.List;

/**
 * That somebody signed a form.
 *
 * @param by the signer's name
 * @param level how surely the signer was authenticated, 0 to 4
 * @param forms the ids of the signed forms
 * @param attachments the ids of the signed attachments
 */
public record Signature(
        String by, Instant at, int level, List<Integer> forms, List<Integer> attachments) {
    public Signature {
        forms = List.copyOf(forms);
        attachments = List.copyOf(attachments);
    }
}
