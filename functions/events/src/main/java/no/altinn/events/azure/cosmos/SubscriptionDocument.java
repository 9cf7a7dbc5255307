package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.events.feed.EventDocument;
import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ServingJson;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.TextBound;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.json.Json;

import java.util.Optional;

/**
 * A subscription as a document: its id is the subscription's fingerprint, its {@code number} is
 * what clients know as the id. {@code attempt} and {@code dueAt} are null unless the validation is
 * pending. {@code serving} and {@code probeAt} are missing until something is special about how the
 * subscription is served.
 */
final class SubscriptionDocument {
    private static final String PENDING = "pending";
    private static final String VALIDATED = "validated";
    private static final String FAILED = "failed";

    private SubscriptionDocument() {}

    static ObjectNode write(NewSubscription wanted, Subscription subscription) {
        Filters filters = wanted.filters();
        ObjectNode json =
                Json.object()
                        .put("id", wanted.fingerprint())
                        .put("resourceFilter", filters.resource())
                        .put("number", subscription.id())
                        .put("consumer", subscription.consumer())
                        .put("created", EventDocument.time(subscription.created()))
                        .put("includeSubunits", filters.includeSubunits());
        subscription.endPoint().ifPresent(uri -> json.put("endPoint", uri.toString()));
        filters.source().ifPresent(source -> json.put("sourceFilter", source.toString()));
        filters.subject().ifPresent(subject -> json.put("subjectFilter", subject));
        filters.alternativeSubject()
                .ifPresent(subject -> json.put("alternativeSubjectFilter", subject));
        filters.type().ifPresent(type -> json.put("typeFilter", type));
        filters.conditions().ifPresent(conditions -> json.put("filters", conditions.text()));
        ValidationState state = subscription.validation();
        json.put("validation", name(state));
        pending(state)
                .ifPresent(
                        pending ->
                                json.put("attempt", pending.attempt())
                                        .put("dueAt", EventDocument.time(pending.at())));
        return json;
    }

    static Subscription read(Document document) {
        return new Subscription(
                document.number("number"),
                document.textIfAny("endPoint").map(TextBound.END_POINT::cutUri),
                filters(document),
                document.text("consumer"),
                document.instant("created"),
                validation(document),
                ServingJson.read(document.json().path("serving")));
    }

    private static Filters filters(Document document) {
        Filters.Builder filters =
                Filters.onResource(document.text("resourceFilter"))
                        .includeSubunits(document.json().path("includeSubunits").booleanValue());
        document.textIfAny("sourceFilter").map(TextBound.FILTER::cutUri).ifPresent(filters::source);
        filter(document, "subjectFilter").ifPresent(filters::subject);
        filter(document, "alternativeSubjectFilter").ifPresent(filters::alternativeSubject);
        filter(document, "typeFilter").ifPresent(filters::type);
        document.textIfAny("filters").map(FilterList::stored).ifPresent(filters::conditions);
        return filters.build();
    }

    private static Optional<String> filter(Document document, String name) {
        return document.textIfAny(name).map(TextBound.FILTER::cut);
    }

    static ValidationState validation(Document document) {
        String validation = document.text("validation");
        return switch (validation) {
            case PENDING ->
                    new ValidationState.Pending(
                            document.number("attempt"), document.instant("dueAt"));
            case VALIDATED -> new ValidationState.Validated();
            case FAILED -> new ValidationState.Failed();
            default -> throw new IllegalStateException("Unknown validation " + validation);
        };
    }

    static PartitionKey key(String resource) {
        return new PartitionKey(resource);
    }

    static PartitionKey key(Document document) {
        return key(document.text("resourceFilter"));
    }

    /** What moves the document to another state, whichever it is in. */
    static CosmosPatchOperations move(ValidationState to) {
        Optional<ValidationState.Pending> pending = pending(to);
        return CosmosPatchOperations.create()
                .set("/validation", TextNode.valueOf(name(to)))
                .set(
                        "/attempt",
                        pending.map(p -> IntNode.valueOf(p.attempt()))
                                .<Object>map(node -> node)
                                .orElseGet(NullNode::getInstance))
                .set(
                        "/dueAt",
                        pending.map(p -> TextNode.valueOf(EventDocument.time(p.at())))
                                .<Object>map(node -> node)
                                .orElseGet(NullNode::getInstance));
    }

    /** What a change sets: the validation's state, and how the subscription is served. */
    static CosmosPatchOperations change(Subscription to) {
        CosmosPatchOperations changes = move(to.validation());
        changes.set("/serving", ServingJson.write(to.serving()));
        changes.set("/probeAt", probeAt(to));
        return changes;
    }

    private static JsonNode probeAt(Subscription subscription) {
        return subscription
                .serving()
                .probeAt()
                .<JsonNode>map(at -> TextNode.valueOf(EventDocument.time(at)))
                .orElseGet(NullNode::getInstance);
    }

    /** The condition that the document is the one with this number. */
    static String is(int number) {
        return "FROM c WHERE c.number = " + number;
    }

    /** The condition that it also is in this state. */
    static String isIn(int number, ValidationState state) {
        String validation = " AND c.validation = '%s'".formatted(name(state));
        String due =
                pending(state)
                        .map(
                                p ->
                                        " AND c.attempt = %d AND c.dueAt = '%s'"
                                                .formatted(p.attempt(), EventDocument.time(p.at())))
                        .orElse("");
        return is(number) + validation + due;
    }

    /** The attempt that a state waits for. */
    private static Optional<ValidationState.Pending> pending(ValidationState state) {
        return state.accept(
                new ValidationState.Visitor<>() {
                    @Override
                    public Optional<ValidationState.Pending> pending(
                            ValidationState.Pending pending) {
                        return Optional.of(pending);
                    }

                    @Override
                    public Optional<ValidationState.Pending> validated(
                            ValidationState.Validated validated) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<ValidationState.Pending> failed(ValidationState.Failed failed) {
                        return Optional.empty();
                    }
                });
    }

    private static String name(ValidationState state) {
        return state.accept(
                new ValidationState.Visitor<>() {
                    @Override
                    public String pending(ValidationState.Pending pending) {
                        return PENDING;
                    }

                    @Override
                    public String validated(ValidationState.Validated validated) {
                        return VALIDATED;
                    }

                    @Override
                    public String failed(ValidationState.Failed failed) {
                        return FAILED;
                    }
                });
    }
}
