package no.altinn.rest.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.access.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.happening.Happening;
import no.altinn.rest.happening.HappeningType;
import no.altinn.rest.happening.Happenings;
import no.altinn.rest.record.Entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How delegations are kept. One of a party to a receiver of a gift is always the same entry, so
 * that nothing is given twice. While it is in force it has the label {@code coveredBy}.
 */
final class DelegationEntry {
    static final String COVERED_BY = "coveredBy";
    static final String NUMBER = "number";

    private static final String ROLE = "role";
    private static final String SERVICE = "service";

    private DelegationEntry() {}

    static String partition(int offeredBy) {
        return Integer.toString(offeredBy);
    }

    static String id(Receiver receiver, Gift gift) {
        return receiver.id() + "-" + gift.key();
    }

    static boolean isInForce(Entry entry) {
        return entry.labels().containsKey(COVERED_BY);
    }

    /** The entry of a delegation that begins now, with what had happened to the one before. */
    static Entry given(Delegation delegation, Optional<Entry> before) {
        ObjectNode head = head(delegation);
        before.map(Entry::head)
                .map(old -> old.get(Happenings.MEMBER))
                .ifPresent(happened -> head.set(Happenings.MEMBER, happened));
        Happenings.add(
                head,
                happening(
                        delegation,
                        delegation.gift() instanceof Gift.Role
                                ? HappeningType.ROLE_DELEGATED
                                : HappeningType.RIGHT_DELEGATED,
                        delegation.at()));
        Map<String, String> labels = new HashMap<>(labels(delegation));
        labels.put(COVERED_BY, delegation.receiver().id());
        return Entry.of(
                partition(delegation.offeredBy()),
                id(delegation.receiver(), delegation.gift()),
                labels,
                head,
                "");
    }

    /** The entry of a delegation that ends now. */
    static Entry withdrawn(Delegation delegation, Entry before, Instant now) {
        ObjectNode head = before.head().deepCopy();
        Happenings.add(
                head,
                happening(
                        delegation,
                        delegation.gift() instanceof Gift.Role
                                ? HappeningType.ROLE_DELETED
                                : HappeningType.RIGHT_DELETED,
                        now));
        return Entry.of(before.partition(), before.id(), labels(delegation), head, "");
    }

    private static Map<String, String> labels(Delegation delegation) {
        String number = Integer.toString(delegation.number());
        return delegation.gift() instanceof Gift.Right right
                ? Map.of(NUMBER, number, SERVICE, right.service().toString())
                : Map.of(NUMBER, number, ROLE, delegation.gift().key());
    }

    private static ObjectNode head(Delegation delegation) {
        ObjectNode head =
                Json.object()
                        .put("number", delegation.number())
                        .put("receiver", delegation.receiver().id())
                        .put("subject", delegation.subject())
                        .put("giver", delegation.giver().name())
                        .put("serviceOwner", delegation.giver().serviceOwner())
                        .put("at", delegation.at().toString());
        head.set("gift", gift(delegation.gift()));
        return head;
    }

    private static ObjectNode gift(Gift gift) {
        return gift instanceof Gift.Right right
                ? Json.object()
                        .put("service", right.service().code())
                        .put("edition", right.service().edition())
                        .put("action", right.action().name())
                : Json.object().put("role", gift.key());
    }

    private static Happening happening(Delegation delegation, HappeningType type, Instant time) {
        ObjectNode data = gift(delegation.gift());
        data.put("offeredBy", delegation.offeredBy());
        data.put("number", delegation.number());
        return Happening.of(
                type,
                delegation.subject(),
                "r%d/authorization/delegations/%s"
                        .formatted(delegation.offeredBy(), delegation.receiver().id()),
                time,
                data);
    }

    static Delegation read(Entry entry) {
        JsonNode head = entry.head();
        return new Delegation(
                Integer.parseInt(entry.partition()),
                head.path("number").intValue(),
                Receiver.read(head.path("receiver").asText()).orElseThrow(),
                readGift(head.path("gift")),
                head.path("subject").intValue(),
                new Delegation.Giver(
                        head.path("giver").asText(), head.path("serviceOwner").asText()),
                Instant.parse(head.path("at").asText()));
    }

    private static Gift readGift(JsonNode gift) {
        return gift.has("role") ? new Gift.Role(gift.path("role").asText()) : readRight(gift);
    }

    static ObjectNode write(Gift.Right right) {
        return gift(right);
    }

    static Gift.Right readRight(JsonNode right) {
        String name = right.path("action").asText();
        return new Gift.Right(
                new ServiceKey(right.path("service").asText(), right.path("edition").intValue()),
                Arrays.stream(Action.values())
                        .filter(action -> action.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
