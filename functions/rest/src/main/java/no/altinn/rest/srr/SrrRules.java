package no.altinn.rest.srr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of service owners. One whose time has passed is gone. Every method throws {@link
 * no.altinn.platform.client.Unavailable} if the store does not answer. Thread-safe.
 */
public final class SrrRules {
    /** How many a service owner may have. */
    public static final int MOST = 10_000;

    private static final String SERVICE = "service";
    private static final int TRIES = 10;

    private final Entries entries;
    private final Clock clock;

    /**
     * The rules of a table.
     *
     * @param entries those of {@link no.altinn.rest.record.Tables#RULES}
     */
    public SrrRules(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** All of a service owner's. */
    public List<SrrRule> of(String owner) {
        return rules(Search.in(partition(owner)));
    }

    /** Those of a service owner's service. */
    public List<SrrRule> of(String owner, ServiceKey service) {
        return rules(Search.in(partition(owner)).with(SERVICE, Set.of(service.toString())));
    }

    private List<SrrRule> rules(Search search) {
        return entries.search(search).stream().map(SrrRules::read).toList();
    }

    /** One of a service owner's. */
    public Optional<SrrRule> find(String owner, long id) {
        return entries.find(partition(owner), Long.toString(id)).map(SrrRules::read);
    }

    /** The rule for a service, a party and a right, if the service owner has one. */
    public Optional<SrrRule> find(
            String owner, ServiceKey service, String reportee, SrrRight right) {
        SrrRule sought = new SrrRule(service, reportee, right, Optional.empty(), Optional.empty());
        return find(owner, sought.id()).filter(sought::isSame);
    }

    /** Adds a rule. */
    public OperationStatus add(String owner, SrrRule rule) {
        if (rule.validTo().filter(this::hasPassed).isPresent()) {
            return OperationStatus.INVALID_VALID_TO;
        }
        if (!entries.search(Search.in(partition(owner)).page(MOST - 1, 1)).isEmpty()) {
            return OperationStatus.TOO_MANY_RULES;
        }
        return entries.add(entry(owner, rule))
                ? OperationStatus.OK
                : OperationStatus.RULE_ALREADY_EXISTS;
    }

    /** Whether a time has passed. */
    public boolean hasPassed(OffsetDateTime time) {
        return !time.toInstant().isAfter(clock.instant());
    }

    /**
     * Writes a rule in the place of the one with its id.
     *
     * @return whether there still was one
     */
    public boolean replace(String owner, SrrRule rule) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Entry> before = entries.find(partition(owner), Long.toString(rule.id()));
            if (before.isEmpty()) {
                return false;
            }
            if (entries.replace(entry(owner, rule), before.get().version())) {
                return true;
            }
        }
        throw new Unavailable("A rule was written by too many at once");
    }

    /**
     * Removes a rule.
     *
     * @return whether there was one
     */
    public boolean remove(String owner, long id) {
        return entries.remove(partition(owner), Long.toString(id));
    }

    private static String partition(String owner) {
        return "srr:" + owner;
    }

    private static Entry entry(String owner, SrrRule rule) {
        ObjectNode head =
                Json.object()
                        .put("code", rule.service().code())
                        .put("edition", rule.service().edition())
                        .put("reportee", rule.reportee())
                        .put("right", rule.right().name());
        rule.validTo().ifPresent(end -> head.put("validTo", end.toString()));
        rule.isRecipient().ifPresent(flag -> head.put("isRecipient", flag));
        Entry entry =
                Entry.of(
                        partition(owner),
                        Long.toString(rule.id()),
                        Map.of(SERVICE, rule.service().toString()),
                        head,
                        "");
        return rule.validTo().map(end -> entry.expiring(end.toInstant())).orElse(entry);
    }

    private static SrrRule read(Entry entry) {
        JsonNode head = entry.head();
        return new SrrRule(
                new ServiceKey(head.path("code").asText(), head.path("edition").intValue()),
                head.path("reportee").asText(),
                SrrRight.valueOf(head.path("right").asText()),
                Optional.ofNullable(head.path("validTo").textValue()).map(OffsetDateTime::parse),
                head.has("isRecipient")
                        ? Optional.of(head.path("isRecipient").booleanValue())
                        : Optional.empty());
    }
}
