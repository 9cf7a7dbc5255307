package no.altinn.rest.form;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Form;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.message.StoredFiles;
import no.altinn.rest.message.Validation;

import java.util.ArrayList;
import java.util.List;

/** Measures the forms of a message by the schemas of their service. Thread-safe. */
public final class FormCheck {
    private static final int MOST = 100;

    private final FormSchemas schemas;
    private final StoredFiles files;

    public FormCheck(FormSchemas schemas, StoredFiles files) {
        this.schemas = schemas;
        this.files = files;
    }

    /**
     * The faults of all forms, up to 100.
     *
     * @throws UnusableSchema if the service's schema is none
     */
    public Validation of(Service service, List<Form> forms) {
        List<Validation.Fault> faults = new ArrayList<>();
        for (Form form : forms) {
            faults.addAll(validate(service, form).errors());
        }
        return new Validation(faults.subList(0, Math.min(MOST, faults.size())));
    }

    private Validation validate(Service service, Form form) {
        return service.forms().stream()
                .filter(
                        type ->
                                type.isMain() == form.isMain()
                                        && type.dataFormatId().equals(form.dataFormatId())
                                        && type.dataFormatVersion() == form.dataFormatVersion())
                .findFirst()
                .map(type -> schemas.of(type.schema()).validate(files.xml(form)))
                .orElseGet(
                        () ->
                                new Validation(
                                        List.of(
                                                new Validation.Fault(
                                                        "",
                                                        "The service %s has no form %s any more."
                                                                .formatted(
                                                                        service.key(), form.name()),
                                                        ""))));
    }

    /**
     * Refuses forms with faults.
     *
     * @throws Refusal.FailedValidation with all faults
     */
    void require(Service service, List<Form> forms) {
        Validation validation = of(service, forms);
        if (!validation.isSuccess()) {
            throw new Refusal.FailedValidation(validation);
        }
    }
}
