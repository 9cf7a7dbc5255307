package no.altinn.rest.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.rest.catalogue.Service.AttachmentRule;
import no.altinn.rest.catalogue.Service.FormType;
import no.altinn.rest.catalogue.Service.ProcessStep;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a service. For one thread. */
final class ServiceReader {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final String ADDRESS =
            ("an absolute address of http or https: a host, no user or password, no fragment, %d"
                            + " characters at most")
                    .formatted(LONGEST_ADDRESS);
    private static final int MOST_FORMS = 50;
    private static final int MOST_STEPS = 20;
    private static final int MOST_ATTACHMENTS = 1_000;
    private static final int LARGEST_FILE = 200;
    private static final int HIGHEST_LEVEL = 4;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,10}");
    private static final Pattern OWNER = Pattern.compile("[a-z][a-z0-9-]{1,19}");
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern ENDINGS =
            Pattern.compile("\\.[a-z0-9]{1,10}(,\\.[a-z0-9]{1,10}){0,49}");

    private final WrittenObject json;
    private final SchemaReader schemas;
    private final Map<String, String> attachmentSchemas = new HashMap<>();

    ServiceReader(WrittenObject json, SchemaReader schemas) {
        this.json = json;
        this.schemas = schemas;
    }

    PublishedService read() {
        ServiceKey key =
                new ServiceKey(
                        json.matching("ServiceCode", CODE, "1 to 10 letters and digits"),
                        json.number("ServiceEditionCode", 1, Integer.MAX_VALUE));
        ServiceType type =
                json.oneOf("ServiceType", List.of(ServiceType.values()), ServiceType::title);
        requireFit(type);
        Instant from = json.time("ValidFrom");
        Instant to = json.time("ValidTo");
        if (!from.isBefore(to) && !to.equals(Instant.EPOCH)) {
            json.fault("ValidTo", "must be after ValidFrom");
        }
        List<ProcessStep> steps = steps(type);
        Service service =
                new Service(
                        key,
                        type,
                        json.matching(
                                "ServiceOwnerCode",
                                OWNER,
                                "2 to 20 small letters, digits and hyphens"),
                        json.translated("ServiceOwnerName", LONGEST_NAME),
                        json.translated("ServiceName", LONGEST_NAME),
                        from,
                        to,
                        rules(),
                        forms(type),
                        steps,
                        level(type, steps),
                        payment(),
                        source(type),
                        ActionsReader.read(json));
        Map<String, String> others = schemas();
        if (!schemas.isKept()) {
            json.finish();
        }
        return new PublishedService(service, attachmentSchemas, others);
    }

    private void requireFit(ServiceType type) {
        for (String name : List.of("AttachmentRules", "FormsMetaData", "ProcessSteps", "Payment")) {
            requireOnly(name, type, ServiceType.FORM_TASK);
        }
        for (String name : List.of("LookupSource", "Schemas")) {
            requireOnly(name, type, ServiceType.LOOKUP);
        }
        if (type == ServiceType.FORM_TASK && json.has("Level")) {
            json.fault("Level", "is told by the ProcessSteps of a FormTask");
        }
    }

    private void requireOnly(String name, ServiceType type, ServiceType only) {
        if (json.has(name) && type != only) {
            json.fault(name, "is for a %s alone".formatted(only.title()));
        }
    }

    private List<ProcessStep> steps(ServiceType type) {
        List<ProcessStep> steps =
                json.list(
                        "ProcessSteps",
                        MOST_STEPS,
                        step ->
                                finished(
                                        step,
                                        new ProcessStep(
                                                step.text("Name", LONGEST_NAME),
                                                step.number("SequenceNumber", 1, MOST_STEPS),
                                                step.number("SecurityLevel", 0, HIGHEST_LEVEL))));
        if (type == ServiceType.FORM_TASK && steps.isEmpty()) {
            json.fault("ProcessSteps", "must have a step, which tells the level");
        }
        requireUnlike("ProcessSteps", steps, ProcessStep::sequenceNumber, "SequenceNumber");
        return steps;
    }

    private int level(ServiceType type, List<ProcessStep> steps) {
        return type == ServiceType.FORM_TASK
                ? steps.stream().mapToInt(ProcessStep::securityLevel).max().orElse(0)
                : json.number("Level", 0, HIGHEST_LEVEL);
    }

    private List<AttachmentRule> rules() {
        List<AttachmentRule> rules = json.list("AttachmentRules", MOST_FORMS, this::rule);
        requireUnlike("AttachmentRules", rules, AttachmentRule::id, "AttachmentRuleId");
        requireUnlike("AttachmentRules", rules, AttachmentRule::typeName, "AttachmentTypeName");
        return rules;
    }

    private AttachmentRule rule(WrittenObject rule) {
        AttachmentRule read =
                new AttachmentRule(
                        Integer.toString(rule.number("AttachmentRuleId", 1, Integer.MAX_VALUE)),
                        rule.text("AttachmentTypeName", LONGEST_NAME),
                        Arrays.asList(
                                rule.matching(
                                                "AllowedFileTypes",
                                                ENDINGS,
                                                "endings in small letters with commas between,"
                                                        + " such as .pdf,.xml")
                                        .split(",")),
                        rule.number("MinAttachmentCount", 0, MOST_ATTACHMENTS),
                        rule.number("MaxAttachmentCount", 1, MOST_ATTACHMENTS),
                        rule.number("MaxFileSize", 1, LARGEST_FILE));
        if (read.minCount() > read.maxCount()) {
            rule.fault("MinAttachmentCount", "must not be over MaxAttachmentCount");
        }
        schemas.optional(rule).ifPresent(xsd -> attachmentSchemas.put(read.id(), xsd));
        return finished(rule, read);
    }

    private List<FormType> forms(ServiceType type) {
        List<FormType> forms = json.list("FormsMetaData", MOST_FORMS, this::form);
        if (type == ServiceType.FORM_TASK && forms.stream().noneMatch(FormType::isMain)) {
            json.fault("FormsMetaData", "must have a MainForm");
        }
        requireUnlike("FormsMetaData", forms, FormType::formId, "FormID");
        requireUnlike(
                "FormsMetaData",
                forms,
                form -> form.dataFormatId() + "/" + form.dataFormatVersion(),
                "DataFormatID and DataFormatVersion");
        return forms;
    }

    private FormType form(WrittenObject form) {
        return finished(
                form,
                new FormType(
                        Integer.toString(form.number("FormID", 1, Integer.MAX_VALUE)),
                        form.text("FormName", LONGEST_NAME),
                        form.matching(
                                "DataFormatID",
                                FORMAT,
                                "a text of 1 to 50 letters, digits, hyphens and low lines"),
                        form.number("DataFormatVersion", 0, Integer.MAX_VALUE),
                        form.oneOf("FormType", List.of("MainForm", "SubForm"), Function.identity())
                                .equals("MainForm"),
                        schemas.required(form)));
    }

    private Optional<Payment> payment() {
        if (!json.has("Payment")) {
            return Optional.empty();
        }
        if (json.json().path("Payment").isBoolean()) {
            return paymentByFlag(json.flag("Payment"));
        }
        WrittenObject written = json.object("Payment");
        Optional<URI> page = address(written, "Page", "where people pay");
        Optional<URI> status = address(written, "Status", "where is asked whether they have paid");
        if (!schemas.isKept()) {
            written.finish();
        }
        return page.flatMap(one -> status.map(other -> new Payment.At(one, other)));
    }

    /** An earlier build stored whether there is a payment, and not yet where. */
    private Optional<Payment> paymentByFlag(boolean isNeeded) {
        if (!schemas.isKept()) {
            json.fault(
                    "Payment",
                    "must be an object with Page and Status, or left out where nothing is paid");
        }
        return isNeeded ? Optional.of(new Payment.Unaddressed()) : Optional.empty();
    }

    private Optional<URI> source(ServiceType type) {
        return type == ServiceType.LOOKUP || json.has("LookupSource")
                ? address(json, "LookupSource", "where the Lookup is asked")
                : Optional.empty();
    }

    private static Optional<URI> address(WrittenObject json, String name, String what) {
        if (!json.has(name)) {
            json.fault(name, "is missing; it must be " + what);
        }
        return json.node(name, ADDRESS, ServiceReader::isAddress)
                .map(node -> URI.create(node.textValue()));
    }

    private static boolean isAddress(JsonNode node) {
        try {
            URI address = URI.create(node.asText());
            return node.isTextual()
                    && node.textValue().length() <= LONGEST_ADDRESS
                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, String> schemas() {
        List<Map.Entry<String, String>> named =
                json.list(
                        "Schemas",
                        MOST_FORMS,
                        schema ->
                                finished(
                                        schema,
                                        Map.entry(
                                                schema.matching(
                                                        "Name",
                                                        SCHEMA,
                                                        "1 to 100 letters, digits, hyphens, dots"
                                                                + " and low lines"),
                                                schemas.required(schema))));
        requireUnlike("Schemas", named, Map.Entry::getKey, "Name");
        return named.stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private <T, K> void requireUnlike(String list, List<T> items, Function<T, K> key, String name) {
        if (items.stream().map(key).distinct().count() < items.size()) {
            json.fault(list, "must not have the same %s twice".formatted(name));
        }
    }

    private <T> T finished(WrittenObject part, T read) {
        if (!schemas.isKept()) {
            part.finish();
        }
        return read;
    }
}
