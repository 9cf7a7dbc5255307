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
     * An attachment that follows the rules.
     *
     * @param type the rule's name; empty where the service has a single rule
     * @param size in bytes
     * @param file the name of the stored file
     * @throws Refusal.Invalid if there is no such rule, or the file does not follow it
     */
    Attachment attachment(int id, String fileName, String type, long size, String file) {
        return new Attachment(
                id,
                fileName,
                FileName.stem(fileName),
                ruleFor(fileName, type, size).typeName(),
                size,
                file);
    }

    private Service.AttachmentRule ruleFor(String fileName, String type, long size) {
        FileName.check(fileName);
        Service.AttachmentRule rule = named(type);
        String name = fileName.toLowerCase(Locale.ROOT);
        if (rule.fileTypes().stream()
                .noneMatch(ending -> name.endsWith(ending.toLowerCase(Locale.ROOT)))) {
            throw new Refusal.Invalid(
                    "Attachments of the type %s are %s"
                            .formatted(rule.typeName(), String.join(",", rule.fileTypes())));
        }
        if (size == 0) {
            throw new Refusal.Invalid("An attachment is empty");
        }
        if (size > (long) rule.maxFileSizeMegabytes() * MEGABYTE) {
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
