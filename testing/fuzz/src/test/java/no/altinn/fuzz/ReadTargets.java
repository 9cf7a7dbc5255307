package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.query.AppEventsRequest;
import no.altinn.events.query.CallersCursors;
import no.altinn.events.query.DeliveriesRequest;
import no.altinn.events.query.EventsRequest;
import no.altinn.events.query.InvalidQuery;
import no.altinn.events.query.PartyLookup;
import no.altinn.events.query.SealedCursors;
import no.altinn.events.query.UnknownParty;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.platform.seal.Seal;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import javax.crypto.spec.SecretKeySpec;

/** Questions of readers of events and deliveries: filters, times, parties and cursors. */
final class ReadTargets {
    private static final Seal SEAL =
            new Seal(() -> List.of(new SecretKeySpec(new byte[32], "AES")), new SecureRandom());
    private static final CallersCursors CURSORS = new CallersCursors(SEAL, "caller");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String URN = "urn:altinn:resource:r";

    private static final PartyLookup PARTIES =
            new PartyLookup() {
                @Override
                public OptionalInt ofUnit(String number) {
                    return OptionalInt.of(1);
                }

                @Override
                public OptionalInt ofPerson(String number) {
                    return OptionalInt.empty();
                }
            };

    private ReadTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "events-query",
                        ReadTargets::events,
                        "resource="
                                + URN
                                + "&after=0&size=7&type=a&type=b%25&source=https%3A%2F%2Fa",
                        "resource=" + URN + "&after=~abc&subject=%2Fparty%2F1",
                        "resource=" + URN + "&after=~~AAAA"),
                Target.of(
                        "app-events-query",
                        ReadTargets::appEvents,
                        "after=x&from=2026-01-02T03:04:05Z&to=2026-01-03&party=1&size=1000",
                        "from=2026-01-02T03:04:05%2B01:00&unit=310000001&type=a&source=%25app%25"),
                Target.of(
                        "deliveries-query",
                        ReadTargets::deliveries,
                        "status=dead&from=2026-01-02T03:04:05Z&size=10",
                        "after=~~AAAA&eventId=1"));
    }

    private static Request asked(String query) throws URISyntaxException {
        return new Request(
                "GET",
                new URI("https://platform.example/events?" + query),
                Map.of("altinn-alternativesubject", "/person/01010112345"),
                "");
    }

    private static void events(String query) {
        try {
            assertThat(EventsRequest.of(asked(query), CURSORS).size()).isBetween(1, 1000);
        } catch (InvalidQuery | Problem | URISyntaxException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void appEvents(String query) {
        try {
            Request request = asked(query);
            assertThat(AppEventsRequest.ofApp(request, "ttd", "app", PARTIES, CURSORS).size())
                    .isBetween(1, 1000);
            assertThat(AppEventsRequest.ofParty(request, PARTIES, CURSORS)).isNotNull();
        } catch (InvalidQuery | Problem | UnknownParty | URISyntaxException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void deliveries(String query) {
        try {
            assertThat(
                            DeliveriesRequest.of(
                                            QueryParameters.parse(query),
                                            1,
                                            new SealedCursors(SEAL),
                                            CLOCK)
                                    .size())
                    .isBetween(1, 1000);
        } catch (InvalidQuery | Problem e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
