package no.altinn.rest.form;

import no.altinn.rest.catalogue.Service;
import no.altinn.rest.message.Attachment;
import no.altinn.rest.message.FileName;
import no.altinn.rest.message.Refusal;

import java.util.List;
import java.util.Locale;

/** What may be attached to a service's forms (rest-resources.md, AttachmentRules). */
final class AttachmentRules {
    /** How many attachments a message may have, whatever its service's rules say. */
    static final int MOST = 50;

    private static final int MEGABYTE = 1 << 20;

    private final Service service;

    AttachmentRules(Service service) {
        this.service = service;
    }

    /**
     * The rule that a file follows.
     *
     * @throws Refusal.Invalid if there is none, or the file does not follow it
     */
    Service.AttachmentRule ruleFor(Draft.SentFile file) {
        FileName.check(file.fileName());
        Service.AttachmentRule rule = named(file.type());
        String name = file.fileName().toLowerCase(Locale.ROOT);
        if (rule.fileTypes().stream()
                .noneMatch(type -> name.endsWith(type.toLowerCase(Locale.ROOT)))) {
            throw new Refusal.Invalid(
                    "Attachments of the type %s are %s"
                            .formatted(rule.typeName(), String.join(",", rule.fileTypes())));
        }
        if (file.bytes().length == 0) {
            throw new Refusal.Invalid("An attachment is empty");
        }
        if (file.bytes().length > (long) rule.maxFileSizeMegabytes() * MEGABYTE) {
            throw new Refusal.Invalid(
                    "Attachments of the type %s have up to %d MB"
                            .formatted(rule.typeName(), rule.maxFileSizeMegabytes()));
        }
        return rule;
    }

    private Service.AttachmentRule named(String type) {
        List<Service.AttachmentRule> rules = service.attachmentRules();
        if (rules.isEmpty()) {
            throw new Refusal.Invalid(
                    "The service %s takes no attachments".formatted(service.key()));
        }
        if (type.isEmpty() && rules.size() == 1) {
            return rules.get(0);
        }
        return rules.stream()
                .filter(rule -> rule.typeName().equalsIgnoreCase(type))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Invalid(
                                        "The AttachmentType must be one of "
                                                + rules.stream()
                                                        .map(Service.AttachmentRule::typeName)
                                                        .toList()));
    }

    /**
     * Refuses more attachments than the rules allow.
     *
     * @param isComplete whether none may be missing either
     */
    void requireCounts(List<Attachment> attachments, boolean isComplete) {
        if (attachments.size() > MOST) {
            throw new Refusal.Invalid("A message has up to %d attachments".formatted(MOST));
        }
        for (Service.AttachmentRule rule : service.attachmentRules()) {
            long count =
                    attachments.stream()
                            .filter(each -> each.type().equals(rule.typeName()))
                            .count();
            if (count > rule.maxCount()) {
                throw new Refusal.Invalid(
                        "There may be up to %d attachments of the type %s"
                                .formatted(rule.maxCount(), rule.typeName()));
            }
            if (isComplete && count < rule.minCount()) {
                throw new Refusal.Invalid(
                        "There must be at least %d attachments of the type %s"
                                .formatted(rule.minCount(), rule.typeName()));
            }
        }
    }
}
