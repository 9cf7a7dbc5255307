package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Condition.AlternativeSubjectIs;
import no.altinn.events.event.Condition.SourceLike;
import no.altinn.events.event.Condition.SubjectIs;
import no.altinn.events.event.Condition.TimeFrom;
import no.altinn.events.event.Condition.TimeTo;
import no.altinn.events.event.Condition.TypeIn;
import no.altinn.events.event.EventStream.OfAppsAbout;
import no.altinn.events.event.EventStream.OfResource;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every event store finds for a query; a part of {@link EventStoreContract}. */
public abstract class EventQueryContract {
    static final EventStream STREAM = new OfResource(TestEvents.RESOURCE);

    /** The store under test, empty at first, the same during one test. */
    protected abstract EventStore store();

    /** Returns when what was appended may be read; at once, unless a store says otherwise. */
    protected void settle() {}

    /** Lets so much time pass, and tells what time it is for the store then. */
    protected abstract Instant pass(Duration time);

    final void append(Event... events) {
        store().append(List.of(events));
        settle();
    }

    /** The ids of everything that a query finds, read from the start to the end. */
    final List<String> ids(EventStream stream, Condition... conditions) {
        return all(new EventQuery(stream, List.of(conditions)), 100).stream()
                .map(stored -> stored.event().id())
                .toList();
    }

    final List<StoredEvent> all(EventQuery query, int limit) {
        List<StoredEvent> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        Page page;
        do {
            page = store().read(query, cursor, limit);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.events());
            assertThat(page.atEnd() || !page.examinedTo().equals(cursor))
                    .as("A page that is not the last one moves on")
                    .isTrue();
            cursor = page.examinedTo();
        } while (!page.atEnd());
        return all;
    }

    @Test
    void aStreamHoldsTheEventsOfItsResourceOnly() {
        append(
                TestEvents.event("1"),
                TestEvents.event("2", Map.of("resource", "urn:altinn:resource:ttd-test2")),
                TestEvents.event("3", Map.of("resource", "urn:altinn:resource:ttd")));

        assertThat(ids(STREAM)).containsExactly("1");
    }

    @Test
    void eventsOfAllAppsAboutASubjectAreOneStream() {
        append(
                about("/party/1", "1", "urn:altinn:resource:app_ttd_a"),
                about("/party/2", "2", "urn:altinn:resource:app_ttd_a"),
                about("/party/1", "3", "urn:altinn:resource:app_skd_b"),
                about("/party/1", "4", "urn:altinn:resource:ttd-test"),
                about("/party/11", "5", "urn:altinn:resource:app_ttd_a"),
                TestEvents.event("6", Map.of("resource", "urn:altinn:resource:app_ttd_a")));

        assertThat(ids(new OfAppsAbout("/party/1"))).containsExactly("1", "3");
    }

    private static Event about(String subject, String id, String resource) {
        return TestEvents.event(id, Map.of("subject", subject, "resource", resource));
    }

    @Test
    void aSubjectIsComparedExactly() {
        append(
                TestEvents.event("1", Map.of("subject", "/party/1")),
                TestEvents.event("2", Map.of("subject", "/party/12")),
                TestEvents.event("3", Map.of("subject", "/PARTY/1")),
                TestEvents.event("4"));

        assertThat(ids(STREAM, new SubjectIs("/party/1"))).containsExactly("1");
        assertThat(ids(STREAM, new SubjectIs("/party/%"))).isEmpty();
    }

    @Test
    void anAlternativeSubjectIsComparedExactly() {
        append(
                TestEvents.event("1", Map.of("alternativesubject", "/org/310000001")),
                TestEvents.event("2", Map.of("subject", "/org/310000001")),
                TestEvents.event("3", Map.of("alternativesubject", "/org/310000002")));

        assertThat(ids(STREAM, new AlternativeSubjectIs("/org/310000001"))).containsExactly("1");
    }

    @Test
    void anyOneOfTheTypesIsEnough() {
        append(
                TestEvents.event("1", Map.of("type", "a")),
                TestEvents.event("2", Map.of("type", "b")),
                TestEvents.event("3", Map.of("type", "A")),
                TestEvents.event("4", Map.of("type", "o'\"c")));

        assertThat(ids(STREAM, new TypeIn(List.of("a")))).containsExactly("1");
        assertThat(ids(STREAM, new TypeIn(List.of("o'\"c", "b", "z")))).containsExactly("2", "4");
    }

    @Test
    void theBoundsOfTheTimeBelongToIt() {
        append(
                at("1", "2026-01-01T11:59:59.9999999Z"),
                at("2", "2026-01-01T12:00:00Z"),
                at("3", "2026-01-01T13:30:00+01:00"),
                at("4", "2026-01-01T13:00:00.0000000Z"),
                at("5", "2026-01-01T13:00:00.0000001Z"));
        Instant from = Instant.parse("2026-01-01T12:00:00Z");
        Instant to = Instant.parse("2026-01-01T13:00:00Z");

        assertThat(ids(STREAM, new TimeFrom(from))).containsExactly("2", "3", "4", "5");
        assertThat(ids(STREAM, new TimeTo(to))).containsExactly("1", "2", "3", "4");
        assertThat(ids(STREAM, new TimeFrom(from), new TimeTo(to))).containsExactly("2", "3", "4");
    }

    @Test
    void aLeapSecondIsTheEndOfItsMinute() {
        append(
                at("1", "2016-12-31T23:59:59Z"),
                at("2", "2016-12-31T23:59:60Z"),
                at("3", "2017-01-01T00:59:60.5+01:00"),
                at("4", "2017-01-01T00:00:00Z"));
        Instant last = Instant.parse("2016-12-31T23:59:59Z");
        Instant next = Instant.parse("2017-01-01T00:00:00Z");

        assertThat(ids(STREAM, new TimeTo(last))).containsExactly("1");
        assertThat(ids(STREAM, new TimeFrom(last))).containsExactly("1", "2", "3", "4");
        assertThat(ids(STREAM, new TimeFrom(next))).containsExactly("4");
        assertThat(ids(STREAM, new TimeTo(next))).containsExactly("1", "2", "3", "4");
    }

    @Test
    void moreDecimalsThanAnInstantHasAreCutOff() {
        append(
                at("1", "2026-01-01T12:00:00.123456788999Z"),
                at("2", "2026-01-01T12:00:00.1234567891234567890Z"),
                at("3", "2026-01-01T12:00:00.123456790000Z"));
        Instant between = Instant.parse("2026-01-01T12:00:00.123456789Z");

        assertThat(ids(STREAM, new TimeFrom(between))).containsExactly("2", "3");
        assertThat(ids(STREAM, new TimeTo(between))).containsExactly("1", "2");
    }

    @Test
    void aTimeBeyondTheYearsOfFourDigitsIsBeforeOrAfterThemAll() {
        append(
                at("1", "0000-01-01T00:00:00+23:59"),
                at("2", "2026-01-01T12:00:00Z"),
                at("3", "9999-12-31T23:59:59-23:59"));
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");

        assertThat(ids(STREAM, new TimeTo(noon))).containsExactly("1", "2");
        assertThat(ids(STREAM, new TimeFrom(noon))).containsExactly("2", "3");
        assertThat(ids(STREAM, new TimeFrom(Instant.MIN))).containsExactly("1", "2", "3");
        assertThat(ids(STREAM, new TimeTo(Instant.MAX))).containsExactly("1", "2", "3");
        assertThat(ids(STREAM, new TimeFrom(Instant.parse("+10000-01-01T00:00:00Z"))))
                .doesNotContain("1", "2");
        assertThat(ids(STREAM, new TimeTo(Instant.parse("-0001-01-01T00:00:00Z"))))
                .doesNotContain("2", "3");
    }

    @Test
    void anEventWithoutTimeIsInNoStretchOfTime() {
        append(TestEvents.event("1"), at("2", "2026-01-01T12:00:00Z"));

        assertThat(ids(STREAM, new TimeFrom(Instant.parse("2000-01-01T00:00:00Z"))))
                .containsExactly("2");
        assertThat(ids(STREAM, new TimeTo(Instant.parse("2100-01-01T00:00:00Z"))))
                .containsExactly("2");
    }

    private static Event at(String id, String time) {
        return TestEvents.event(id, Map.of("time", time));
    }

    @Test
    void aPercentSignStandsForAnyRunOfCharacters() {
        append(
                from("1", "https://ttd.example.no/ttd/app/instances/1"),
                from("2", "https://ttd.example.no/ttd/app"),
                from("3", "https://ttd.example.no/ttd/other"));

        assertThat(ids(STREAM, like("https://ttd.example.no/ttd/app%"))).containsExactly("1", "2");
        assertThat(ids(STREAM, like("%/app"))).containsExactly("2");
        assertThat(ids(STREAM, like("%ttd%instances%"))).containsExactly("1");
        assertThat(ids(STREAM, like("%"))).containsExactly("1", "2", "3");
        assertThat(ids(STREAM, like("ttd"))).isEmpty();
    }

    @Test
    void anUnderscoreStandsForAnyOneCharacter() {
        append(
                from("1", "https://example.no/a-b"),
                from("2", "https://example.no/a_b"),
                from("3", "https://example.no/ab"),
                from("4", "https://example.no/a--b"));

        assertThat(ids(STREAM, like("https://example.no/a_b"))).containsExactly("1", "2");
    }

    @Test
    void aSourceIsComparedWithoutCase() {
        append(from("1", "https://Example.no/TTD/app"), from("2", "https://example.no/skd/app"));

        assertThat(ids(STREAM, like("HTTPS://EXAMPLE.NO/ttd/APP"))).containsExactly("1");
    }

    @Test
    void everyOtherCharacterOfAPatternStandsForItself() {
        append(
                from("1", "https://example.no/a.b?c=(1)*$+"),
                from("2", "https://example.no/aXb"),
                from("3", "urn:a'b"));

        assertThat(ids(STREAM, like("https://example.no/a.b?c=(1)*$+"))).containsExactly("1");
        assertThat(ids(STREAM, like("https://example.no/a.b"))).isEmpty();
        assertThat(ids(STREAM, like("https://example.no/a[X]b"))).isEmpty();
        assertThat(ids(STREAM, like("https://example.no/[^a]%"))).isEmpty();
        assertThat(ids(STREAM, like("https://example.no/a\\Xb"))).isEmpty();
        assertThat(ids(STREAM, like("https://example.no/a|b"))).isEmpty();
        assertThat(ids(STREAM, like("https://example.no/.*"))).isEmpty();
        assertThat(ids(STREAM, like("urn:a'b"))).containsExactly("3");
    }

    @Test
    void anyOneOfThePatternsIsEnough() {
        append(from("1", "urn:a"), from("2", "urn:b"), from("3", "urn:c"));

        assertThat(ids(STREAM, new SourceLike(List.of("urn:c", "urn:x", "%:a"))))
                .containsExactly("1", "3");
    }

    private static Event from(String id, String source) {
        return TestEvents.event(id, Map.of("source", source));
    }

    private static Condition like(String pattern) {
        return new SourceLike(List.of(pattern));
    }

    @Test
    void everyConditionMustHold() {
        Map<String, String> all =
                Map.of(
                        "resource", "urn:altinn:resource:app_ttd_a",
                        "source", "https://ttd.example.no/ttd/a",
                        "subject", "/party/1",
                        "alternativesubject", "/org/310000001",
                        "type", "a",
                        "time", "2026-01-01T12:00:00Z");
        append(
                TestEvents.event("all", all),
                but(all, "source", "https://skd.example.no/ttd/a"),
                but(all, "subject", "/party/2"),
                but(all, "alternativesubject", "/org/310000002"),
                but(all, "type", "b"),
                but(all, "time", "2026-01-01T11:00:00Z"),
                but(all, "time", "2026-01-01T13:00:00Z"));
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        Condition[] conditions = {
            like("https://ttd.%"),
            new SubjectIs("/party/1"),
            new AlternativeSubjectIs("/org/310000001"),
            new TypeIn(List.of("a", "c")),
            new TimeFrom(noon),
            new TimeTo(noon)
        };

        assertThat(ids(new OfResource("urn:altinn:resource:app_ttd_a"), conditions))
                .containsExactly("all");
        assertThat(ids(new OfAppsAbout("/party/1"), conditions)).containsExactly("all");
    }

    private static Event but(Map<String, String> all, String name, String value) {
        Map<String, String> changed = new HashMap<>(all);
        changed.put(name, value);
        return TestEvents.event("but " + name + " " + value, changed);
    }
}
