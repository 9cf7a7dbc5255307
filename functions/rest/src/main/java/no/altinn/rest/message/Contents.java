package no.altinn.rest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What only a look at the one message shows.
 *
 * @param html the body of a correspondence; empty for none
 * @param custom JSON that the sender added; empty for none
 * @param lastId the greatest id that a form or an attachment had so far
 */
public record Contents(
        String html,
        String custom,
        int lastId,
        List<Form> forms,
        List<Attachment> attachments,
        List<Signature> signatures) {
    private static final Contents NONE = new Contents("", "", 0, List.of(), List.of(), List.of());

    public Contents {
        forms = List.copyOf(forms);
        attachments = List.copyOf(attachments);
        signatures = List.copyOf(signatures);
    }

    public static Contents none() {
        return NONE;
    }

    public Optional<Form> form(int id) {
        return forms.stream().filter(each -> each.id() == id).findFirst();
    }

    public Optional<Attachment> attachment(int id) {
        return attachments.stream().filter(each -> each.id() == id).findFirst();
    }

    /** The same with other forms. */
    public Contents withForms(List<Form> others) {
        int greatest = others.stream().mapToInt(Form::id).max().orElse(0);
        return new Contents(
                html, custom, Math.max(lastId, greatest), others, attachments, signatures);
    }

    /** The same with other attachments. */
    public Contents withAttachments(List<Attachment> others) {
        int greatest = others.stream().mapToInt(Attachment::id).max().orElse(0);
        return new Contents(html, custom, Math.max(lastId, greatest), forms, others, signatures);
    }

    /** The same with one more signature. */
    public Contents with(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Contents(html, custom, lastId, forms, attachments, more);
    }

    /** The names of all stored files. */
    public List<String> files() {
        return Stream.concat(
                        attachments.stream().map(Attachment::file),
                        forms.stream()
                                .map(Form::data)
                                .filter(Form.FormData.Filed.class::isInstance)
                                .map(data -> ((Form.FormData.Filed) data).file()))
                .toList();
    }
}
