package no.altinn.rest.endpoint.catalogue;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.catalogue.ServiceType;
import no.altinn.rest.door.Visit;
import no.altinn.rest.odata.ListType;
import no.altinn.rest.representation.Link;
import no.altinn.rest.representation.Members;
import no.altinn.rest.representation.OsloTime;
import no.altinn.rest.representation.Resource;
import no.altinn.rest.representation.Value;

import java.util.List;
import java.util.Locale;

/** A service as a resource, in the visit's language (rest-resources.md "Metadata"). */
record ServiceResource(Service service, Visit visit) {
    static final ListType TYPE =
            new ListType(
                    "ServiceMetaData",
                    List.of(
                            "ServiceOwnerCode",
                            "ServiceOwnerName",
                            "ServiceName",
                            "ServiceCode",
                            "ServiceType"),
                    List.of("ServiceEditionCode"),
                    List.of("ValidFrom", "ValidTo"),
                    List.of());

    /** The path below {@code api/} of a service. */
    static String path(ServiceType type, ServiceKey key) {
        return "metadata/%s/%s".formatted(type.title().toLowerCase(Locale.ROOT), key);
    }

    /** What lists show. */
    Resource inList() {
        return Resource.of(TYPE.name(), members(), self());
    }

    /** Everything but the schemas, which are linked to. */
    Resource whole() {
        return Resource.of(
                TYPE.name(),
                members()
                        .and(
                                Members.builder()
                                        .structures(
                                                "AttachmentRules",
                                                "AttachmentRule",
                                                service.attachmentRules().stream()
                                                        .map(ServiceResource::rule)
                                                        .toList())
                                        .value("FormsMetaData", forms())
                                        .structures(
                                                "ProcessSteps",
                                                "ProcessStep",
                                                service.steps().stream()
                                                        .map(ServiceResource::step)
                                                        .toList())
                                        .build()),
                self());
    }

    private Members members() {
        return Members.builder()
                .text("ServiceOwnerCode", service.owner())
                .text("ServiceOwnerName", service.ownerName().in(visit.language()))
                .text("ServiceName", service.name().in(visit.language()))
                .text("ServiceCode", service.key().code())
                .number("ServiceEditionCode", service.key().edition())
                .text("ValidFrom", OsloTime.of(service.validFrom()))
                .text("ValidTo", OsloTime.of(service.validTo()))
                .text("ServiceType", service.type().title())
                .build();
    }

    private Link self() {
        return Link.of("self", visit.address(path(service.type(), service.key())));
    }

    private static Members rule(Service.AttachmentRule rule) {
        return Members.builder()
                .number("AttachmentRuleId", Long.parseLong(rule.id()))
                .text("AllowedFileTypes", String.join(",", rule.fileTypes()))
                .text("AttachmentTypeName", rule.typeName())
                .number("MinAttachmentCount", rule.minCount())
                .number("MaxAttachmentCount", rule.maxCount())
                .number("MaxFileSize", rule.maxFileSizeMegabytes())
                .build();
    }

    private Value forms() {
        return new Value.Resources(service.forms().stream().map(this::form).toList());
    }

    private Resource form(Service.FormType form) {
        return Resource.of(
                "FormMetaData",
                Members.builder()
                        .number("FormID", Long.parseLong(form.formId()))
                        .text("FormName", form.name())
                        .text("DataFormatID", form.dataFormatId())
                        .number("DataFormatVersion", form.dataFormatVersion())
                        .text("FormType", form.isMain() ? "MainForm" : "SubForm")
                        .build(),
                Link.of(
                        "schema",
                        visit.address(
                                "%s/forms/%s/%d/xsd"
                                        .formatted(
                                                path(service.type(), service.key()),
                                                form.dataFormatId(),
                                                form.dataFormatVersion()))));
    }

    private static Members step(Service.ProcessStep step) {
        return Members.builder()
                .text("Name", step.name())
                .number("SequenceNumber", step.sequenceNumber())
                .number("SecurityLevel", step.securityLevel())
                .build();
    }
}
