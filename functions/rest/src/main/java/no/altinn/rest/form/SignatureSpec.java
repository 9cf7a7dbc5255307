package no.altinn.rest.form;

import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.Contents;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Refusal;

import java.util.List;
import java.util.Optional;

/**
 * What a user signs.
 *
 * @param forms the ids of forms; empty for all
 * @param attachments the ids of attachments; empty for all
 */
public record SignatureSpec(Optional<List<Integer>> forms, Optional<List<Integer>> attachments) {
    private static final SignatureSpec ALL = new SignatureSpec(Optional.empty(), Optional.empty());

    public SignatureSpec {
        forms = forms.map(List::copyOf);
        attachments = attachments.map(List::copyOf);
    }

    public static SignatureSpec all() {
        return ALL;
    }

    List<Integer> formsOf(Contents contents) {
        List<Integer> ids = contents.forms().stream().map(Form::id).toList();
        List<Integer> signed = forms.orElse(ids);
        requireKnown("FormIds", signed, ids);
        boolean isMainSigned =
                contents.forms().stream()
                        .filter(Form::isMain)
                        .allMatch(main -> signed.contains(main.id()));
        if (!isMainSigned) {
            throw new Refusal.Invalid("The MainForm must be among the FormIds");
        }
        return signed;
    }

    List<Integer> attachmentsOf(Contents contents) {
        List<Integer> ids = contents.attachments().stream().map(Attachment::id).toList();
        List<Integer> signed = attachments.orElse(ids);
        requireKnown("AttachmentIds", signed, ids);
        return signed;
    }

    private static void requireKnown(String member, List<Integer> signed, List<Integer> known) {
        for (Integer id : signed) {
            if (!known.contains(id)) {
                throw new Refusal.Invalid(
                        "The message has none of the %s %d".formatted(member, id));
            }
        }
    }
}
