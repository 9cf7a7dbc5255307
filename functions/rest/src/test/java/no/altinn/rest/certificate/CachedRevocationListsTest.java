package no.altinn.rest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class CachedRevocationListsTest {
    private static final URI ADDRESS = URI.create("http://crl.example/a.crl");

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final TestAuthority authority = TestAuthority.root("root", clock);
    private final AtomicInteger fetches = new AtomicInteger();
    private boolean isAway;
    private Duration life = Duration.ofDays(1);
    private final CachedRevocationLists lists = new CachedRevocationLists(this::fetch, clock);

    private X509CRL fetch(URI address) {
        fetches.incrementAndGet();
        if (isAway) {
            throw new Unavailable(address + " is away");
        }
        return authority.crl(life);
    }

    private void assertAway() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> lists.at(ADDRESS))
                .withMessageContaining("is away");
    }

    @Test
    void aListIsKeptForAnHour() {
        X509CRL first = lists.at(ADDRESS);
        clock.advance(Duration.ofMinutes(59));

        assertThat(lists.at(ADDRESS)).isSameAs(first);
        clock.advance(Duration.ofMinutes(1));
        assertThat(lists.at(ADDRESS)).isNotSameAs(first);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aListIsKeptNoLongerThanItsIssuerSays() {
        life = Duration.ofMinutes(5);
        lists.at(ADDRESS);
        clock.advance(Duration.ofMinutes(5));
        lists.at(ADDRESS);

        assertThat(fetches).hasValue(2);
    }

    @Test
    void anOldListIsNotUsedWhenNoneCanBeHad() {
        lists.at(ADDRESS);
        isAway = true;
        clock.advance(Duration.ofHours(1));

        assertAway();
    }

    @Test
    void whatIsAwayIsAskedAgainAfterHalfAMinute() {
        isAway = true;
        assertAway();
        assertAway();
        assertThat(fetches).hasValue(1);

        isAway = false;
        clock.advance(Duration.ofSeconds(30));
        assertThat(lists.at(ADDRESS)).isNotNull();
    }
}
