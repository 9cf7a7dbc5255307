package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.filter.FilterList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class InterestsTest {
    private static final Event EVENT = SampleEvent.of("subject", "/party/7");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100, 1_000})
    void ofManySubjectsEachFindsItsOwn(int subjects) {
        Interests interests =
                interests(
                        IntStream.rangeClosed(1, subjects)
                                .mapToObj(id -> about(id, "/party/" + id)));

        assertThat(IntStream.rangeClosed(1, subjects))
                .allSatisfy(
                        id ->
                                assertThat(wanting(interests, "/party/" + id, Set.of()))
                                        .containsExactly(id));
        assertThat(wanting(interests, "/party/" + (subjects + 1), Set.of())).isEmpty();
    }

    @Test
    void interestsWithAndWithoutSubjectComeInTheOrderOfTheirIds() {
        Interests interests =
                interests(
                        Stream.of(
                                about(5, "/party/7"),
                                about(4, "/party/8"),
                                SampleSubscription.of(3, SampleSubscription.filters().build()),
                                about(2, "/party/7"),
                                SampleSubscription.of(9, SampleSubscription.filters().build())));

        assertThat(wanting(interests, "/party/7", Set.of())).containsExactly(2, 3, 5, 9);
        assertThat(interests).extracting(Interest::id).containsExactly(2, 3, 4, 5, 9);
    }

    @Test
    void ofAMainUnitsSubjectsOnlyInterestsInSubunitsAreFound() {
        Interests interests =
                interests(
                        Stream.of(
                                about(1, "/party/11"),
                                withSubunits(2, "/party/11"),
                                withSubunits(3, "urn:main"),
                                withSubunits(4, "/party/12")));

        assertThat(
                        wanting(
                                interests,
                                "/party/7",
                                Set.of(TextDigest.of("/party/11"), TextDigest.of("urn:main"))))
                .containsExactly(2, 3);
    }

    @Test
    void aSubjectThatIsTheMainUnitsTooIsFoundOnce() {
        Interests interests = interests(Stream.of(withSubunits(1, "/party/7")));

        assertThat(wanting(interests, "/party/7", Set.of(TextDigest.of("/party/7"))))
                .containsExactly(1);
    }

    @Test
    void subunitsAreWantedForTheTypeAndSourceThatSomeInterestHas() {
        EventTraits event = EventTraits.of(EVENT);

        assertThat(interests(Stream.of(about(1, "/party/11"))).wantSubunits(event)).isFalse();
        assertThat(
                        interests(
                                        Stream.of(
                                                SampleSubscription.of(
                                                        1,
                                                        SampleSubscription.filters()
                                                                .subject("/party/11")
                                                                .type("another")
                                                                .includeSubunits(true)
                                                                .build())))
                                .wantSubunits(event))
                .isFalse();
        assertThat(interests(Stream.of(withSubunits(1, "/party/11"))).wantSubunits(event)).isTrue();
    }

    private static Interests interests(Stream<Subscription> subscriptions) {
        return Interests.of(subscriptions.flatMap(one -> Interest.of(one).stream()).toList());
    }

    private static Subscription about(int id, String subject) {
        return SampleSubscription.of(id, SampleSubscription.filters().subject(subject).build());
    }

    private static Subscription withSubunits(int id, String subject) {
        return SampleSubscription.of(
                id, SampleSubscription.filters().subject(subject).includeSubunits(true).build());
    }

    private static List<Integer> wanting(
            Interests interests, String subject, Set<TextDigest> ofMainUnit) {
        return interests
                .wanting(EventTraits.of(SampleEvent.of("subject", subject)), ofMainUnit)
                .stream()
                .map(Interest::id)
                .toList();
    }

    @Test
    void equalConditionsAreOneObject() {
        List<Interest> shared =
                Interest.sharing(
                        Stream.of(
                                        with(1, "[{\"exact\":{\"id\":\"1\"}}]"),
                                        with(2, "[{\"exact\":{\"id\":\"1\"}}]"),
                                        with(3, "[{\"exact\":{\"id\":\"2\"}}]"))
                                .flatMap(one -> Interest.of(one).stream())
                                .toList());

        assertThat(conditions(shared.get(0))).isSameAs(conditions(shared.get(1)));
        assertThat(conditions(shared.get(2))).isNotEqualTo(conditions(shared.get(0)));
    }

    private static FilterList conditions(Interest interest) {
        return interest.conditions().orElseThrow();
    }

    @Test
    void conditionsAreWeighedOnceEach() {
        String text = "[{\"exact\":{\"id\":\"%s\"}}]".formatted("x".repeat(1_000));

        assertThat(interests(Stream.of(about(1, "/party/7"))).weight()).isEqualTo(1);
        assertThat(interests(Stream.of(with(1, text))).weight()).isBetween(80, 100);
        assertThat(interests(Stream.of(with(1, text), with(2, text))).weight()).isBetween(81, 101);
        assertThat(
                        interests(Stream.of(with(1, text), with(2, text.replace("id", "type"))))
                                .weight())
                .isBetween(160, 200);
    }

    private static Subscription with(int id, String conditions) {
        return SampleSubscription.of(
                id, SampleSubscription.filters().conditions(FilterList.stored(conditions)).build());
    }
}
