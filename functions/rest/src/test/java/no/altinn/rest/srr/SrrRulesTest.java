package no.altinn.rest.srr;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

class SrrRulesTest {
    private static final ServiceKey SERVICE = new ServiceKey("4001", 1);
    private static final SrrRule RULE =
            new SrrRule(
                    SERVICE,
                    "310000003",
                    SrrRight.READ,
                    Optional.of(OffsetDateTime.parse("2026-01-02T12:00:00+02:00")),
                    Optional.of(true));

    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final Entries entries = new MemoryEntryStore(clock).of(Tables.RULES);
    private final SrrRules rules = new SrrRules(entries, clock);

    @Test
    void aRuleIsItsOwnersAlone() {
        assertThat(rules.add("ttd", RULE)).isEqualTo(OperationStatus.OK);

        assertThat(rules.of("ttd")).containsExactly(RULE);
        assertThat(rules.of("ttd", SERVICE)).containsExactly(RULE);
        assertThat(rules.of("ttd", new ServiceKey("4001", 2))).isEmpty();
        assertThat(rules.find("ttd", RULE.id())).contains(RULE);
        assertThat(rules.find("ttd", SERVICE, "310000003", SrrRight.READ)).contains(RULE);
        assertThat(rules.find("ttd", SERVICE, "310000003", SrrRight.WRITE)).isEmpty();
        assertThat(rules.of("skd")).isEmpty();
        assertThat(rules.find("skd", RULE.id())).isEmpty();
        assertThat(rules.remove("skd", RULE.id())).isFalse();
    }

    @Test
    void aRuleIsAddedOnce() {
        rules.add("ttd", RULE);
        SrrRule other = RULE.until(Optional.empty(), Optional.empty());

        assertThat(rules.add("ttd", other)).isEqualTo(OperationStatus.RULE_ALREADY_EXISTS);
        assertThat(rules.of("ttd")).containsExactly(RULE);
    }

    @Test
    void aRuleIsGoneWhenItsTimeHasPassed() {
        rules.add("ttd", RULE);
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(rules.of("ttd")).containsExactly(RULE);

        clock.advance(Duration.ofMillis(1));
        assertThat(rules.of("ttd")).isEmpty();
        assertThat(rules.find("ttd", SERVICE, "310000003", SrrRight.READ)).isEmpty();
        assertThat(rules.add("ttd", RULE)).isEqualTo(OperationStatus.INVALID_VALID_TO);
    }

    @Test
    void aRuleIsReplacedOnlyWhileThereIsOne() {
        SrrRule endless = RULE.until(Optional.empty(), Optional.of(false));
        assertThat(rules.replace("ttd", endless)).isFalse();

        rules.add("ttd", RULE);
        assertThat(rules.replace("ttd", endless)).isTrue();
        clock.advance(Duration.ofDays(365));
        assertThat(rules.of("ttd")).containsExactly(endless);

        assertThat(rules.remove("ttd", endless.id())).isTrue();
        assertThat(rules.replace("ttd", endless)).isFalse();
    }

    @Test
    void anOwnerHasNoMoreThanItMay() {
        for (int i = 0; i < SrrRules.MOST; i++) {
            entries.put(Entry.of("srr:ttd", "x" + i, Map.of(), Json.object(), ""));
        }

        assertThat(rules.add("ttd", RULE)).isEqualTo(OperationStatus.TOO_MANY_RULES);
        assertThat(rules.add("skd", RULE)).isEqualTo(OperationStatus.OK);
    }
}
