package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.subscription.DeliveryMode;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.json.Json;

import java.util.List;

/** Renders subscriptions; what is not set is left out. */
final class SubscriptionJson {
    private SubscriptionJson() {}

    static String of(Subscription subscription) {
        return object(subscription).toString();
    }

    static String of(List<Subscription> subscriptions) {
        ObjectNode list = Json.object().put("count", subscriptions.size());
        ArrayNode items = list.putArray("subscriptions");
        subscriptions.forEach(subscription -> items.add(object(subscription)));
        return list.toString();
    }

    private static ObjectNode object(Subscription subscription) {
        Filters filters = subscription.filters();
        ObjectNode object = Json.object().put("id", subscription.id());
        subscription.endPoint().ifPresent(endPoint -> object.put("endPoint", endPoint.toString()));
        if (subscription.isPulled()) {
            // Clients of before there was a choice see what they have always seen.
            object.put("deliveryMode", DeliveryMode.PULL.label());
        }
        filters.source().ifPresent(source -> object.put("sourceFilter", source.toString()));
        object.put("resourceFilter", filters.resource());
        filters.subject().ifPresent(subject -> object.put("subjectFilter", subject));
        filters.type().ifPresent(type -> object.put("typeFilter", type));
        filters.conditions().ifPresent(conditions -> object.set("filters", conditions.json()));
        object.put("consumer", subscription.consumer())
                .put("createdBy", subscription.consumer())
                .put("created", subscription.created().toString())
                .put("validated", subscription.isValidated())
                .put("includeSubunits", filters.includeSubunits());
        ServingMembers.add(object, subscription.serving());
        return object;
    }
}
