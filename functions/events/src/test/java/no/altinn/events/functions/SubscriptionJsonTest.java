package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

class SubscriptionJsonTest {
    @Test
    void everyMemberHasTheNameOfTheContract() {
        Subscription subscription =
                SampleSubscription.of(
                        7,
                        SampleSubscription.filters()
                                .source(URI.create("https://h.example/ttd/a"))
                                .subject("/party/1")
                                .alternativeSubject("/org/910000001")
                                .type("t")
                                .includeSubunits(true)
                                .build());

        assertThat(SubscriptionJson.of(subscription))
                .isEqualTo(
                        "{\"id\":7,\"endPoint\":\"https://hook.example/7\","
                                + "\"sourceFilter\":\"https://h.example/ttd/a\","
                                + "\"resourceFilter\":\"urn:altinn:resource:r\","
                                + "\"subjectFilter\":\"/party/1\",\"typeFilter\":\"t\","
                                + "\"consumer\":\"/org/ttd\",\"createdBy\":\"/org/ttd\","
                                + "\"created\":\"2026-01-02T03:04:05Z\",\"validated\":true,"
                                + "\"includeSubunits\":true}");
    }

    @Test
    void whatIsNotSetIsLeftOut() {
        assertThat(SubscriptionJson.of(pending()))
                .isEqualTo(
                        "{\"id\":8,\"endPoint\":\"https://hook.example/8\","
                                + "\"resourceFilter\":\"urn:altinn:resource:r\","
                                + "\"consumer\":\"/user/1\",\"createdBy\":\"/user/1\","
                                + "\"created\":\"2026-01-02T03:04:05Z\",\"validated\":false,"
                                + "\"includeSubunits\":false}");
    }

    @Test
    void howItIsServedIsToldWhereItIsSet() {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        Subscription paused =
                pending()
                        .served(
                                Serving.NEW
                                        .with(new Standing.Paused(PauseReason.FAILING, since))
                                        .withRatePerMinute(OptionalInt.of(60)));
        Subscription stopped = pending().served(Serving.NEW.with(new Standing.Stopped(since)));

        assertThat(SubscriptionJson.of(paused))
                .endsWith(
                        "\"includeSubunits\":false,\"state\":\"paused\",\"reason\":\"failing\","
                                + "\"since\":\"2026-01-02T03:04:05Z\",\"ratePerMinute\":60}");
        assertThat(SubscriptionJson.of(stopped))
                .endsWith(
                        "\"includeSubunits\":false,\"state\":\"stopped\","
                                + "\"since\":\"2026-01-02T03:04:05Z\"}");
    }

    @Test
    void howEventsAreDeliveredIsToldWhereTheyAreFetchedAlone() {
        assertThat(SubscriptionJson.of(SampleSubscription.pulled(9)))
                .isEqualTo(
                        "{\"id\":9,\"deliveryMode\":\"pull\","
                                + "\"resourceFilter\":\"urn:altinn:resource:r\","
                                + "\"consumer\":\"/org/ttd\",\"createdBy\":\"/org/ttd\","
                                + "\"created\":\"2026-01-02T03:04:05Z\",\"validated\":true,"
                                + "\"includeSubunits\":false}");
    }

    @Test
    void aListIsCounted() {
        assertThat(SubscriptionJson.of(List.of())).isEqualTo("{\"count\":0,\"subscriptions\":[]}");
        assertThat(SubscriptionJson.of(List.of(pending(), pending())))
                .startsWith("{\"count\":2,\"subscriptions\":[{\"id\":8,");
    }

    private static Subscription pending() {
        return SampleSubscription.of(
                8,
                SampleSubscription.filters().build(),
                "/user/1",
                new ValidationState.Pending(1, SampleSubscription.CREATED));
    }

    @Test
    void filtersAreShownAsTheyAreKept() {
        String filters = "[{\"exact\":{\"type\":\"t\",\"id\":\"1\"}}]";

        assertThat(
                        SubscriptionJson.of(
                                SampleSubscription.of(
                                        1,
                                        SampleSubscription.filters()
                                                .conditions(FilterList.stored(filters))
                                                .build())))
                .contains(
                        "\"resourceFilter\":\"urn:altinn:resource:r\",\"filters\":"
                                + filters
                                + ",\"consumer\"");
    }
}
