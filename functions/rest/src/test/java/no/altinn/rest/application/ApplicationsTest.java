package no.altinn.rest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.rest.door.Category;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

class ApplicationsTest {
    private static final String ORIGIN = "https://www.eksempel.no";

    private final MutableClock clock = MutableClock.at("2026-01-02T10:00:00Z");
    private final Entries entries = new MemoryEntryStore(clock).of(Tables.APPLICATIONS);
    private final Applications applications = of(entries);

    private Applications of(Entries stored) {
        return new Applications(stored, Category.grants(), UUID::randomUUID, clock);
    }

    private static Draft draft(String name) {
        return Draft.of(name, "991825827", List.of(ORIGIN), List.of("Message.read"));
    }

    @Test
    void theKeyOfAnApplicationOpensWhatItWasGranted() {
        Applications.Entered entered = applications.enter(draft("a"));
        String key = entered.key().toString();

        assertThat(applications.ofKey(key)).contains(entered.application());
        assertThat(applications.ofKey(key.toUpperCase(Locale.ROOT)))
                .contains(entered.application());
        assertThat(entered.application().grants()).containsExactly("Message.read");
        assertThat(entered.application().id()).isNotEqualTo(key);
    }

    @Test
    void theKeyItselfIsKeptNowhere() {
        String key = applications.enter(draft("a")).key().toString();

        Entry entry = entries.search(Search.everywhere()).get(0);
        assertThat(entry.id()).matches("[0-9a-f]{64}");
        assertThat(entry.toString()).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "11111111-1111-1111-1111-111111111111", "../../users", "1-1-1-1-1"})
    void aKeyThatWasNotGivenOpensNothing(String key) {
        applications.enter(draft("a"));

        assertThat(applications.ofKey(key)).isEmpty();
    }

    @Test
    void aKeyMayBeKnownBeforehand() {
        UUID one = UUID.fromString("11111111-1111-1111-1111-111111111111");
        applications.enter(draft("old"), one, one);
        Application application = applications.enter(draft("new"), one, one);

        assertThat(applications.all()).containsExactly(application);
        assertThat(applications.ofKey(one.toString())).contains(application);
    }

    @Test
    void whatIsEnteredOrRemovedElsewhereCountsWithinTenSeconds() {
        Applications elsewhere = of(entries);
        UUID key = UUID.fromString("11111111-1111-1111-1111-111111111111");
        assertThat(applications.ofKey(key.toString())).isEmpty();
        assertThat(applications.hasOrigin(ORIGIN)).isFalse();
        Application entered = elsewhere.enter(draft("a"), UUID.randomUUID(), key);

        clock.advance(Duration.ofSeconds(10));

        assertThat(applications.ofKey(key.toString())).contains(entered);
        assertThat(applications.hasOrigin(ORIGIN)).isTrue();
        assertThat(elsewhere.remove(entered.id())).isTrue();

        clock.advance(Duration.ofSeconds(10));

        assertThat(applications.ofKey(key.toString())).isEmpty();
        assertThat(applications.hasOrigin(ORIGIN)).isFalse();
    }

    @Test
    void applicationsAreFoundByTheirIds() {
        Application b = applications.enter(draft("b")).application();
        Application a = applications.enter(draft("a")).application();

        assertThat(applications.all()).containsExactly(a, b);
        assertThat(applications.find(b.id())).contains(b);
        assertThat(applications.find(b.id().toUpperCase(Locale.ROOT))).contains(b);
        assertThat(applications.find("b")).isEmpty();
        assertThat(applications.remove(b.id())).isTrue();
        assertThat(applications.remove(b.id())).isFalse();
        assertThat(applications.all()).containsExactly(a);
    }

    @Test
    void originsAreComparedWhole() {
        applications.enter(draft("a"));

        assertThat(applications.hasOrigin(ORIGIN)).isTrue();
        assertThat(applications.hasOrigin(ORIGIN + ":443")).isFalse();
        assertThat(applications.hasOrigin("http://www.eksempel.no")).isFalse();
        assertThat(applications.hasOrigin("eksempel.no")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.eksempel.no",
                "https://a.b:8443",
                "http://localhost",
                "http://localhost:8080",
                "https://xn--bl-yia.no"
            })
    void anOriginIsSecureOrOfThisMachine(String origin) {
        assertThat(Draft.of("a", "991825827", List.of(origin), List.of()).origins())
                .containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.eksempel.no",
                "https://www.eksempel.no/",
                "https://*.eksempel.no",
                "https://WWW.eksempel.no",
                "null",
                "*",
                "",
                "https://a b",
                "http://localhost.no",
                "https://user@a.no",
                "https://a.no:123456",
                "ftp://a.no",
                "https://"
            })
    void anotherOriginIsRefused(String origin) {
        assertThatExceptionOfType(InvalidApplication.class)
                .isThrownBy(() -> Draft.of("a", "991825827", List.of(origin), List.of()))
                .withMessageContaining("Origins");
    }

    @Test
    void anApplicationIsWithinItsBounds() {
        List<String> most =
                IntStream.range(0, 51).mapToObj(i -> "https://a%d.no".formatted(i)).toList();

        assertThat(Draft.of("x".repeat(200), "991825827", most.subList(0, 50), List.of()))
                .isNotNull();
        refused("x".repeat(201), "991825827", List.of(), "Name");
        refused("  ", "991825827", List.of(), "Name");
        refused("a", "99182582", List.of(), "OrganizationNumber");
        refused("a", "99182582x", List.of(), "OrganizationNumber");
        refused("a", "991825827", most, "Origins");
    }

    private static void refused(String name, String number, List<String> origins, String member) {
        assertThatExceptionOfType(InvalidApplication.class)
                .isThrownBy(() -> Draft.of(name, number, origins, List.of()))
                .withMessageStartingWith(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message", "message.read", "Message.delete", "*", ""})
    void aGrantThatThereIsNotIsRefused(String grant) {
        Draft draft = Draft.of("a", "991825827", List.of(), List.of(grant));

        assertThatExceptionOfType(InvalidApplication.class)
                .isThrownBy(() -> applications.enter(draft))
                .withMessageContaining("Message.read");
    }

    @Test
    void whatIsNamedTwiceCountsOnce() {
        Draft draft =
                Draft.of(
                        "a",
                        "991825827",
                        Collections.nCopies(60, ORIGIN),
                        List.of("Message.read", "Message.read"));

        assertThat(applications.enter(draft).application().origins()).containsExactly(ORIGIN);
    }

    @Test
    void thereAreTenThousandApplicationsAtMost() {
        for (int i = 0; i < Search.MOST; i++) {
            applications.enter(draft("a"), UUID.randomUUID(), UUID.randomUUID());
        }

        assertThatExceptionOfType(InvalidApplication.class)
                .isThrownBy(() -> applications.enter(draft("a")))
                .withMessage("There are 10000 applications, which is the most");
    }
}
