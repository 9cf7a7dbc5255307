package no.altinn.rest.form;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Refusal;

import java.util.ArrayList;
import java.util.List;

/** Which forms a message may have. */
final class FormRules {
    /** How many forms a message may have. */
    static final int MOST = 50;

    private FormRules() {}

    /**
     * The forms of a message.
     *
     * @param mayBeEmpty whether no form at all means an empty main form
     * @param firstId the id of the first
     * @throws Refusal.Invalid if they are not one main form and sub-forms of the service
     */
    static List<Form> of(
            Service service, List<Draft.SentForm> sent, boolean mayBeEmpty, int firstId) {
        if (sent.isEmpty() && mayBeEmpty) {
            return List.of(emptyMain(service, firstId));
        }
        long mains = sent.stream().filter(Draft.SentForm::isMain).count();
        if (mains != 1) {
            throw new Refusal.Invalid(
                    "A message has exactly one MainForm; %d were sent".formatted(mains));
        }
        requireCount(sent.size());
        List<Form> forms = new ArrayList<>();
        for (Draft.SentForm form : sent) {
            forms.add(of(service, form, firstId + forms.size()));
        }
        return forms;
    }

    static void requireCount(int count) {
        if (count > MOST) {
            throw new Refusal.Invalid("A message has up to %d forms".formatted(MOST));
        }
    }

    private static Form emptyMain(Service service, int id) {
        Service.FormType type =
                service.forms().stream()
                        .filter(Service.FormType::isMain)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Refusal.Invalid(
                                                "The service %s has no form"
                                                        .formatted(service.key())));
        return form(type, id, "");
    }

    /**
     * One form. Its XML is checked for being XML, not yet against its schema.
     *
     * @throws Refusal.Invalid if the service has no such form
     */
    static Form of(Service service, Draft.SentForm sent, int id) {
        Service.FormType type =
                service.forms().stream()
                        .filter(
                                each ->
                                        each.isMain() == sent.isMain()
                                                && each.dataFormatId().equals(sent.dataFormatId())
                                                && each.dataFormatVersion()
                                                        == sent.dataFormatVersion())
                        .findFirst()
                        .orElseThrow(() -> unknown(service, sent));
        if (!sent.xml().isEmpty()) {
            FormXml.check(sent.xml());
        }
        return form(type, id, sent.xml());
    }

    private static Refusal.Invalid unknown(Service service, Draft.SentForm sent) {
        return new Refusal.Invalid(
                "The service %s has no %s with the data format %s/%d"
                        .formatted(
                                service.key(),
                                sent.isMain() ? "MainForm" : "SubForm",
                                sent.dataFormatId(),
                                sent.dataFormatVersion()));
    }

    private static Form form(Service.FormType type, int id, String xml) {
        return new Form(
                id,
                type.isMain(),
                type.dataFormatId(),
                type.dataFormatVersion(),
                type.name(),
                new Form.FormData.Inline(xml));
    }
}
