package no.altinn.local;

import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.srr.SrrRight;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Which parties may send and receive files from the start (rest-api.md §7, Broker). */
final class LocalRules {
    private static final String OWNER = "ttd";
    private static final ServiceKey BROKER = new ServiceKey("4001", 1);
    private static final List<SrrRule> RULES =
            List.of(
                    rule("310000001", SrrRight.WRITE, false),
                    rule("310000002", SrrRight.READ, true),
                    rule("310000003", SrrRight.READ, true));

    private LocalRules() {}

    private static SrrRule rule(String reportee, SrrRight right, boolean isRecipient) {
        return new SrrRule(BROKER, reportee, right, Optional.empty(), Optional.of(isRecipient));
    }

    /** Makes the rules, unless the service has some: what an owner has changed stays so. */
    static void enter(EntryStore store, Clock clock) {
        SrrRules rules = new SrrRules(store.of(Tables.RULES), clock);
        if (rules.of(OWNER, BROKER).isEmpty()) {
            RULES.forEach(rule -> rules.add(OWNER, rule));
        }
    }
}
