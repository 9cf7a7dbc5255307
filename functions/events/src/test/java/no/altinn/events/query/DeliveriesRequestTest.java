package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.seal.Seal;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

class DeliveriesRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String UNKNOWN =
            "The 'status' parameter must be one of due, held, ready, locked, delivered, dead,"
                    + " cancelled.";
    private static final String FOREIGN =
            "The cursor in the 'after' parameter was not made for this subscription and these"
                    + " filters, was changed, or is too old.";

    private final MutableClock clock = MutableClock.at(NOW);
    private final SealedCursors cursors =
            new SealedCursors(
                    new Seal(
                            () -> List.of(new SecretKeySpec(new byte[32], "AES")),
                            new SecureRandom()));

    private DeliveriesRequest read(int subscription, String query) {
        return DeliveriesRequest.of(QueryParameters.parse(query), subscription, cursors, clock);
    }

    private DeliveriesRequest read(String query) {
        return read(7, query);
    }

    @Test
    void everythingIsListedFiftyAtATimeUnlessMoreIsSaid() {
        DeliveriesRequest request = read("");

        assertThat(request.search()).isEqualTo(DeliverySearch.newest(7));
        assertThat(request.size()).isEqualTo(50);
        assertThat(request.eventId()).isEmpty();
    }

    @Test
    void everyFilterIsRead() {
        DeliveriesRequest request =
                read(
                        "status=dead&status=due&eventId=a%20b&from=2026-02-01T00:00:00Z"
                                + "&to=2026-02-02T01:00:00%2B01:00&size=100");

        assertThat(request.search())
                .isEqualTo(
                        DeliverySearch.newest(7, DeliveryStatus.DEAD, DeliveryStatus.DUE)
                                .created(
                                        Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                                        Optional.of(Instant.parse("2026-02-02T00:00:00Z"))));
        assertThat(request.eventId()).contains("a b");
        assertThat(request.size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1.5", "ten", "99999999999"})
    void aSizeOutOfItsRangeIsRefused(String size) {
        refused("size=" + size, "The 'size' parameter must be a whole number from 1 to 100.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEAD", "failed", "dead,due"})
    void anUnknownStatusIsRefused(String status) {
        refused("status=due&status=" + status, UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"from", "to"})
    void anInstantIsOfTheLastNinetyDaysAndTellsItsZone(String name) {
        refused(
                name + "=2026-02-01T00:00:00",
                "The '%s' parameter must specify timezone. E.g. 2022-07-07T11:00:53.3917Z for UTC"
                        .formatted(name));
        refused(
                name + "=yesterday",
                "The '%s' parameter must be an instant. E.g. 2022-07-07T11:00:53.3917Z"
                        .formatted(name));
        refused(
                name + "=2026-03-01T12:02:00Z",
                "The '%s' parameter must not be in the future.".formatted(name));
        refused(
                name + "=2025-12-01T11:00:00Z",
                "The '%s' parameter must not be over 90 days ago.".formatted(name));
    }

    @Test
    void aClientsClockMayDifferByAMinute() {
        assertThat(read("to=2026-03-01T12:01:00Z").search().to()).contains(NOW);
        assertThat(read("from=2025-12-01T11:59:01Z").search().from()).isPresent();
    }

    @Test
    void aPeriodMustBeginBeforeItEnds() {
        String order = "The 'from' parameter must be before the 'to' parameter.";
        refused("from=2026-02-02T00:00:00Z&to=2026-02-02T00:00:00Z", order);
        refused("from=2026-02-03T00:00:00Z&to=2026-02-02T00:00:00Z", order);
        refused("from=2026-03-01T12:00:30Z", "The 'from' parameter must not be in the future.");
    }

    @Test
    void anEventIdThatNoEventCanHaveIsRefused() {
        refused(
                "eventId=" + "x".repeat(1_025),
                "The 'eventId' parameter must not be over 1024 characters.");
        assertThatThrownBy(() -> read("eventId=a%00b")).isInstanceOf(InvalidQuery.class);
    }

    @Test
    void aCursorLeadsOnInTheSameListThoughTimeGoesOn() {
        DeliveryPlace place = new DeliveryPlace(NOW.minusSeconds(5), "delivery-id");
        String query = "status=dead&status=due&from=2026-02-01T00:00:00Z&size=10";
        String after = read(query).pages().write(place);
        clock.advance(Duration.ofDays(1));

        assertThat(after).startsWith("~").doesNotContain("delivery-id").matches("[~A-Za-z0-9_-]+");
        assertThat(read(query + "&after=" + after).search().after()).contains(place);
        assertThat(read(query.replace("size=10", "size=20") + "&after=" + after).search().after())
                .contains(place);
        assertThat(
                        read("status=due&status=dead&from=2026-02-01T00:00:00Z&after=" + after)
                                .search()
                                .after())
                .contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=dead",
                "status=due&eventId=1",
                "status=due&from=2026-02-02T00:00:00Z",
                "status=due&to=2026-02-02T00:00:00Z"
            })
    void aCursorOfOtherFiltersIsRefused(String other) {
        String after = read("status=due").pages().write(new DeliveryPlace(NOW, "id"));

        refused(other + "&after=" + after, FOREIGN);
    }

    @Test
    void aCursorOfAnotherSubscriptionOrNoneIsRefused() {
        String after = read("").pages().write(new DeliveryPlace(NOW, "id"));

        assertThatThrownBy(() -> read(8, "after=" + after)).hasMessage(FOREIGN);
        refused("after=1", FOREIGN);
        refused("after=~", FOREIGN);
        refused("after=" + after.substring(1), FOREIGN);
        refused("after=" + after.substring(0, after.length() - 2), FOREIGN);
        refused("after=~" + "A".repeat(600), FOREIGN);
    }

    private void refused(String query, String why) {
        assertThatThrownBy(() -> read(query)).isInstanceOf(InvalidQuery.class).hasMessage(why);
    }
}
