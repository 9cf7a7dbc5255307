package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.filter.FilterList;

import org.junit.jupiter.api.Test;

import java.net.URI;

class NewSubscriptionTest {
    private static final URI END_POINT = URI.create("https://example.no/one");

    private static Filters.Builder filters() {
        return Filters.onResource("urn:altinn:resource:app_ttd_apps-test")
                .source(URI.create("https://ttd.apps.example.no/ttd/apps-test"))
                .subject("/party/50000001")
                .alternativeSubject("/organisation/910005101")
                .type("no.altinn.test.full")
                .includeSubunits(true);
    }

    private static String fingerprint(Filters.Builder filters) {
        return new NewSubscription(END_POINT, filters.build(), "/org/ttd").fingerprint();
    }

    @Test
    void theFingerprintOfEarlierReleasesStays() {
        assertThat(fingerprint(filters())).isEqualTo("OHChd11jdJuherhOhZC3mCVUsHYyTkw0KAxKJwoP7-A");
    }

    @Test
    void filtersOnAttributesAreAPartOfTheFingerprint() {
        String one = fingerprint(filters().conditions(exact("1")));

        assertThat(one)
                .hasSize(43)
                .isEqualTo(fingerprint(filters().conditions(exact("1"))))
                .isNotEqualTo(fingerprint(filters()))
                .isNotEqualTo(fingerprint(filters().conditions(exact("2"))));
    }

    private static FilterList exact(String id) {
        return FilterList.stored("[{\"exact\":{\"id\":\"%s\"}}]".formatted(id));
    }
}
