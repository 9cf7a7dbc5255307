package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.rest.srr.SrrRule;
import no.altinn.rest.srr.SrrRules;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.util.List;

class LocalRulesTest {
    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final MemoryEntryStore store = new MemoryEntryStore(clock);
    private final SrrRules rules = new SrrRules(store.of(Tables.RULES), clock);

    private List<String> told() {
        return rules.of("ttd").stream()
                .map(rule -> "%s %s".formatted(rule.reportee(), rule.right().title()))
                .toList();
    }

    @Test
    void oneOrganisationSendsAndTwoReceive() {
        LocalRules.enter(store, clock);

        assertThat(told())
                .containsExactlyInAnyOrder("310000001 Write", "310000002 Read", "310000003 Read");
    }

    @Test
    void aSecondStartLeavesThemAsTheyAre() {
        LocalRules.enter(store, clock);
        SrrRule withdrawn =
                rules.of("ttd").stream()
                        .filter(rule -> rule.reportee().equals("310000003"))
                        .findFirst()
                        .orElseThrow();
        rules.remove("ttd", withdrawn.id());

        LocalRules.enter(store, clock);

        assertThat(told()).containsExactlyInAnyOrder("310000001 Write", "310000002 Read");
    }
}
