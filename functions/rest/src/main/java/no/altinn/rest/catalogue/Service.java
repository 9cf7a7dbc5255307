package no.altinn.rest.catalogue;

import no.altinn.rest.language.Text;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An edition of a service.
 *
 * @param owner the service owner's code, for example {@code ttd}
 * @param validFrom from when it may be used
 * @param validTo until when
 * @param attachmentRules what may be attached to a form; none but for a FormTask
 * @param forms its forms; none but for a FormTask
 * @param steps what is done with a form one after the other; the levels that they need
 * @param level the level of authentication that its messages need, 0 to 4: the highest of the
 *     steps, or a correspondence's own
 * @param payment how a form is paid for before it is archived; empty if it is not
 * @param lookupSource where a Lookup is asked
 * @param actions for each role, by its code, what it may do with the service
 */
public record Service(
        ServiceKey key,
        ServiceType type,
        String owner,
        Text ownerName,
        Text name,
        Instant validFrom,
        Instant validTo,
        List<AttachmentRule> attachmentRules,
        List<FormType> forms,
        List<ProcessStep> steps,
        int level,
        Optional<Payment> payment,
        Optional<URI> lookupSource,
        Map<String, Set<Action>> actions) {
    public Service {
        attachmentRules = List.copyOf(attachmentRules);
        forms = List.copyOf(forms);
        steps = List.copyOf(steps);
        actions = Map.copyOf(actions);
    }

    /** Whether it may be used at a time. */
    public boolean isInUse(Instant at) {
        return !at.isBefore(validFrom) && at.isBefore(validTo);
    }

    /** Whether a form is paid for before it is archived. */
    public boolean needsPayment() {
        return payment.isPresent();
    }

    /**
     * What may be attached.
     *
     * @param fileTypes the endings that are taken, for example {@code .pdf}
     * @param maxFileSizeMegabytes the most of one file, in units of 1 048 576 bytes
     */
    public record AttachmentRule(
            String id,
            String typeName,
            List<String> fileTypes,
            int minCount,
            int maxCount,
            int maxFileSizeMegabytes) {
        public AttachmentRule {
            fileTypes = List.copyOf(fileTypes);
        }
    }

    /**
     * A form.
     *
     * @param isMain whether a message has exactly one of it; else it is a sub-form
     * @param schema the XSD's text; empty in lists of services
     */
    public record FormType(
            String formId,
            String name,
            String dataFormatId,
            int dataFormatVersion,
            boolean isMain,
            String schema) {}

    /** A step, for example {@code Utfylling}, {@code Signering}. */
    public record ProcessStep(String name, int sequenceNumber, int securityLevel) {}
}
