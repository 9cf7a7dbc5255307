package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.events.filter.FilterList;
import no.altinn.platform.register.MainUnit;
import no.altinn.platform.register.Organization;
import no.altinn.platform.register.Register;
import no.altinn.platform.register.RegisterUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class MatchSubscriptionsTest {
    private static final String SUB_UNIT = "urn:altinn:organization:identifier-no:910000002";
    private static final MainUnit MAIN_UNIT =
            new MainUnit("urn:altinn:organization:identifier-no:910000001", 11, "910000001");

    private static final String UUID_URN =
            "urn:altinn:party:uuid:00000000-0000-4000-8000-000051000002";

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final Register register = mock(Register.class);
    private final MatchSubscriptions match =
            new MatchSubscriptions(new SubscriptionIndex(store, Clock.systemUTC()), register);

    @Test
    void everyEventOfTheResourceMatchesFiltersThatSayNoMore() {
        assertThat(matches(SampleSubscription.filters(), SampleEvent.of())).isTrue();
    }

    @Test
    void anotherResourcesEventsDoNot() {
        Event event = SampleEvent.of("resource", "urn:altinn:resource:r2");

        assertThat(matches(SampleSubscription.filters(), event)).isFalse();
    }

    @Test
    void anEventWithoutResourceMatchesNoSubscription() {
        store.put(
                SampleSubscription.of(
                        1,
                        Filters.onResource("").build(),
                        "/org/ttd",
                        new ValidationState.Validated()));
        Event event = TestEvents.withoutResource("1");

        assertThat(match.matching(event)).isEmpty();
        assertThat(match.matchingItsOwnSubject(event)).isEmpty();
    }

    @Test
    void onlyValidatedSubscriptionsMatch() {
        store.put(
                SampleSubscription.of(
                        1,
                        SampleSubscription.filters().build(),
                        "/org/ttd",
                        new ValidationState.Failed()));

        assertThat(match.matching(SampleEvent.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/party/1, true", "/party/11, false", "/PARTY/1, false", "'', false"})
    void theSubjectIsExact(String subject, boolean expected) {
        Event event = subject.isEmpty() ? SampleEvent.of() : SampleEvent.of("subject", subject);

        assertThat(matches(SampleSubscription.filters().subject("/party/1"), event))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"t, true", "T, false", "t.x, false"})
    void theTypeIsExact(String type, boolean expected) {
        assertThat(matches(SampleSubscription.filters().type("t"), SampleEvent.of("type", type)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/a/b, https://h.example/a/b, true",
        "https://h.example/a/b, https://h.example/a/b/c, true",
        "https://h.example/a/b, https://h.example/a/b?x=1, true",
        "https://h.example/a/b, https://h.example/a/bc, false",
        "https://h.example/a/b, https://h.example/a, false",
        "https://h.example/a/b, https://h.example/x/a/b, false",
        "https://h.example/a/b, https://h.example/A/b, false",
        "https://h.example/a/b/, https://h.example/a/b/c, true",
        "https://h.example/, https://h.example/a, true",
        "https://h.example, https://h.example, true",
        "https://h.example, https://h.example/a, true",
        "https://h.example/a, HTTPS://H.Example/a, true",
        "https://h.example:443/a, https://h.example/a, true",
        "https://h.example/a, https://h.example:443/a, true",
        "https://h.example:8443/a, https://h.example/a, false",
        "https://h.example/a, https://h.example:8443/a, false",
        "https://h.example/a, http://h.example/a, false",
        "https://h.example/a, https://h.example.evil/a, false",
        "https://h.example/a, https://x.h.example/a, false",
        "https://h.example/a, urn:a:b, false",
        "https://h.example/a, /a, false"
    })
    void theSourceIsAtOrBelowTheFilter(String filter, String source, boolean expected) {
        assertThat(
                        matches(
                                SampleSubscription.filters().source(URI.create(filter)),
                                SampleEvent.of("source", source)))
                .isEqualTo(expected);
    }

    @Test
    void allFiltersMustMatch() {
        Filters.Builder both = SampleSubscription.filters().subject("/party/1").type("t");

        assertThat(matches(both, SampleEvent.of("subject", "/party/1"))).isTrue();
        assertThat(matches(both, SampleEvent.of("subject", "/party/1", "type", "u"))).isFalse();
        assertThat(matches(both, SampleEvent.of("subject", "/party/2"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"urn:altinn:organization:identifier-no:910000001", "/party/11"})
    void aSubunitsEventMatchesTheMainUnitsSubscription(String subject) {
        when(register.mainUnit(SUB_UNIT)).thenReturn(Optional.of(MAIN_UNIT));
        Filters.Builder filters =
                SampleSubscription.filters().subject(subject).includeSubunits(true);

        assertThat(matches(filters, SampleEvent.of("subject", SUB_UNIT))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/org/910000002", "/organisation/910000002", "/organization/910000002"})
    void aPartysMainUnitIsFoundByItsAlternativeSubject(String alternative) {
        when(register.mainUnit(SUB_UNIT)).thenReturn(Optional.of(MAIN_UNIT));
        Filters.Builder filters =
                SampleSubscription.filters().subject("/party/11").includeSubunits(true);

        assertThat(
                        matches(
                                filters,
                                SampleEvent.of(
                                        "subject", "/party/12", "alternativesubject", alternative)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/party/11",
                "urn:altinn:party:id:11",
                "urn:altinn:organization:identifier-no:910000001",
                "/org/910000001",
                "/organisation/910000001",
                "/organization/910000001"
            })
    void aUnitIsTheSameInEverySpelling(String filter) {
        knowUnits();
        Filters.Builder filters =
                SampleSubscription.filters().subject(filter).includeSubunits(true);

        assertThat(
                        List.of(
                                "/party/11",
                                "urn:altinn:party:id:11",
                                "urn:altinn:organization:identifier-no:910000001",
                                "/org/910000001",
                                "/organisation/910000001",
                                "/organization/910000001",
                                "/party/12",
                                "urn:altinn:party:id:12",
                                UUID_URN,
                                SUB_UNIT,
                                "/org/910000002",
                                "/organisation/910000002",
                                "/organization/910000002"))
                .allMatch(subject -> matches(filters, SampleEvent.of("subject", subject)));
        assertThat(matches(filters, SampleEvent.of("subject", "/party/13"))).isFalse();
    }

    /** The main unit with party 11, and its sub-unit with party 12. */
    private void knowUnits() {
        Optional<Organization> main = Optional.of(new Organization(11, "910000001"));
        Optional<Organization> sub = Optional.of(new Organization(12, "910000002"));
        when(register.organization("urn:altinn:party:id:11")).thenReturn(main);
        when(register.organization("urn:altinn:party:id:12")).thenReturn(sub);
        when(register.organization(UUID_URN)).thenReturn(sub);
        when(register.organization(MAIN_UNIT.externalUrn())).thenReturn(main);
        when(register.organization(SUB_UNIT)).thenReturn(sub);
        when(register.mainUnit(SUB_UNIT)).thenReturn(Optional.of(MAIN_UNIT));
    }

    @Test
    void withoutSubunitsTheSpellingCounts() {
        knowUnits();

        assertThat(
                        matches(
                                SampleSubscription.filters().subject("/party/11"),
                                SampleEvent.of("subject", "urn:altinn:party:id:11")))
                .isFalse();
        verifyNoInteractions(register);
    }

    @Test
    void withoutRegisterAnEventTellsSomeOfItsSpellings() {
        store.put(
                SampleSubscription.of(
                        1,
                        SampleSubscription.filters()
                                .subject("/party/12")
                                .includeSubunits(true)
                                .build()));

        assertThat(match.matchingItsOwnSubject(SampleEvent.of("subject", "urn:altinn:party:id:12")))
                .hasSize(1);
        assertThat(match.matchingItsOwnSubject(SampleEvent.of("subject", SUB_UNIT))).isEmpty();
        verifyNoInteractions(register);
    }

    @Test
    void aPartyThatIsNoOrganisationIsAskedAboutOnce() {
        Filters.Builder filters =
                SampleSubscription.filters().subject("/party/11").includeSubunits(true);

        assertThat(matches(filters, SampleEvent.of("subject", "/party/14"))).isFalse();
        verify(register).organization("urn:altinn:party:id:14");
        verify(register, never()).mainUnit(any());
    }

    @Test
    void aMainUnitThatWantsNoSubunitsGetsNone() {
        when(register.mainUnit(SUB_UNIT)).thenReturn(Optional.of(MAIN_UNIT));
        store.put(
                SampleSubscription.of(1, SampleSubscription.filters().subject("/party/11").build()),
                SampleSubscription.of(
                        2,
                        SampleSubscription.filters()
                                .subject("/party/99")
                                .includeSubunits(true)
                                .build()));

        assertThat(match.matching(SampleEvent.of("subject", SUB_UNIT))).isEmpty();
    }

    @Test
    void registerIsNotAskedWhenNobodyWantsSubunits() {
        store.put(
                SampleSubscription.of(1, SampleSubscription.filters().subject("/party/11").build()),
                SampleSubscription.of(
                        2,
                        SampleSubscription.filters()
                                .subject("/party/11")
                                .type("other")
                                .includeSubunits(true)
                                .build()));

        match.matching(SampleEvent.of("subject", SUB_UNIT));

        verifyNoInteractions(register);
    }

    @ParameterizedTest
    @CsvSource({
        "/party/12, /person/01017012345",
        "/user/1, /org/910000002",
        "/party/0, ''",
        "/party/012, ''",
        "/party/2147483648, ''",
        "/org/ttd, ''",
        "urn:altinn:party:uuid:12, ''",
        "urn:altinn:person:identifier-no:01017012345, ''"
    })
    void registerIsNotAskedAboutWhatIsNoOrganisation(String subject, String alternative) {
        Event event =
                alternative.isEmpty()
                        ? SampleEvent.of("subject", subject)
                        : SampleEvent.of("subject", subject, "alternativesubject", alternative);

        assertThat(
                        matches(
                                SampleSubscription.filters()
                                        .subject("/party/11")
                                        .includeSubunits(true),
                                event))
                .isFalse();
        verifyNoInteractions(register);
    }

    @Test
    void anAbsentRegisterIsNoAnswer() {
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));

        assertThatExceptionOfType(RegisterUnavailable.class)
                .isThrownBy(
                        () ->
                                matches(
                                        SampleSubscription.filters()
                                                .subject("/party/11")
                                                .includeSubunits(true),
                                        SampleEvent.of("subject", SUB_UNIT)));
        verify(register).mainUnit(SUB_UNIT);
    }

    private boolean matches(Filters.Builder filters, Event event) {
        store.put(SampleSubscription.of(1, filters.build()));
        return !new MatchSubscriptions(new SubscriptionIndex(store, Clock.systemUTC()), register)
                .matching(event)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[{'exact':{'type':'t'}}]|true",
                "[{'exact':{'type':'u'}}]|false",
                "[{'not':{'exact':{'ext':'u'}}}]|true",
                "[{'exact':{'ext':'u'}}]|false",
                "[{'sql':'EXISTS subject'}]|true",
                "[{'sql':'ext = 1'}]|false"
            })
    void conditionsAreAskedAfterTheOtherFilters(String conditions, boolean wanted) {
        FilterList list = FilterList.stored(conditions.replace('\'', '"'));
        Event event = SampleEvent.of("subject", "/party/1");

        assertThat(matches(SampleSubscription.filters().conditions(list), event)).isEqualTo(wanted);
        assertThat(matches(SampleSubscription.filters().type("u").conditions(list), event))
                .isFalse();
        assertThat(
                        match.wants(
                                SampleSubscription.of(
                                        1, SampleSubscription.filters().conditions(list).build()),
                                event))
                .isEqualTo(wanted);
    }

    @Test
    void conditionsHoldForEventsOfSubUnitsToo() {
        when(register.mainUnit(SUB_UNIT)).thenReturn(Optional.of(MAIN_UNIT));
        Filters.Builder filters =
                SampleSubscription.filters().subject(MAIN_UNIT.externalUrn()).includeSubunits(true);

        assertThat(
                        matches(
                                filters.conditions(
                                        FilterList.stored("[{\"exact\":{\"type\":\"t\"}}]")),
                                SampleEvent.of("subject", SUB_UNIT)))
                .isTrue();
        assertThat(
                        matches(
                                filters.conditions(
                                        FilterList.stored("[{\"exact\":{\"type\":\"u\"}}]")),
                                SampleEvent.of("subject", SUB_UNIT)))
                .isFalse();
    }

    @Test
    void conditionsThatCannotBeEvaluatedAreCountedOncePerSubscription() {
        AtomicInteger errors = new AtomicInteger();
        Filters failing =
                SampleSubscription.filters()
                        .conditions(FilterList.stored("[{\"sql\":\"missing = 1\"}]"))
                        .build();
        store.put(SampleSubscription.of(1, failing), SampleSubscription.of(2, failing));

        assertThat(
                        new MatchSubscriptions(
                                        new SubscriptionIndex(store, Clock.systemUTC()),
                                        register,
                                        errors::incrementAndGet)
                                .matching(SampleEvent.of()))
                .isEmpty();
        assertThat(errors).hasValue(2);
    }
}
