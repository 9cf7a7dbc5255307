package no.altinn.rest.endpoint.serviceowner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import no.altinn.rest.access.Caller;
import no.altinn.rest.catalogue.Action;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.delegation.Delegation;
import no.altinn.rest.delegation.Gift;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.happening.Account;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.permission.RightsBed;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Tables;
import no.altinn.rest.reportee.Town;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What happens with a service owner's services. */
class FeedRoutesTest {
    private static final String FEED = "serviceowner/events/feed";
    private static final Gift RIGHT = new Gift.Right(new ServiceKey("1002", 1), Action.READ);

    private final RightsBed bed = new RightsBed();
    private final HappeningFeed feed =
            new HappeningFeed(bed.store.of(Tables.HAPPENINGS), bed.clock);

    /** As the change feed of the delegations does. */
    private void tell() {
        ArrayNode documents = no.altinn.platform.json.Json.object().putArray("documents");
        bed.store
                .of(Tables.DELEGATIONS)
                .search(Search.everywhere())
                .forEach(
                        entry -> documents.add(new EntryDocument(Tables.DELEGATIONS).write(entry)));
        feed.keep(Tables.DELEGATIONS, Account.KEPT, documents.toString());
        bed.clock.advance(Duration.ofSeconds(15));
    }

    private JsonNode read(Caller caller, String query) {
        DoorBed.Answer answer = bed.as(caller).get(FEED + query).answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void aDelegatedRightIsAnEventOfItsService() {
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        tell();

        JsonNode event = read(Town.TTD, "").get(0);

        assertThat(event.path("type").asText()).isEqualTo("altinn.authorization.right.delegated");
        assertThat(event.path("subject").asText()).isEqualTo("/party/50000002");
        assertThat(event.path("source").asText())
                .isEqualTo(
                        "https://rest.example/api/r51000001/authorization/delegations/r50000002");
        assertThat(event.path("resource").asText())
                .isEqualTo("urn:altinn:resource:altinn-authorization");
        assertThat(event.path("time").asText()).isEqualTo("2026-01-02T09:00:00Z");
        assertThat(event.at("/data/number").intValue()).isEqualTo(right.number());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.has("eventoffset")).isTrue();
    }

    @Test
    void aReaderGoesOnAfterTheLastEvent() {
        Delegation right = bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        tell();
        JsonNode first = read(Town.TTD, "?eventOffset=0&fetch=10");
        assertThat(first).hasSize(1);

        bed.delegations.withdraw(right);
        tell();
        JsonNode second = read(Town.TTD, "?eventOffset=" + first.at("/0/eventoffset").asText());

        assertThat(second.findValuesAsText("type"))
                .containsExactly("altinn.authorization.right.deleted");
        assertThat(read(Town.TTD, "?eventOffset=" + second.at("/0/eventoffset").asText()))
                .isEmpty();
        assertThat(read(Town.TTD, "?fetch=1")).isEqualTo(first);
    }

    @Test
    void anotherOwnersServicesAndRolesAreNotTold() {
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, RIGHT);
        bed.give(RightsBed.MAIN, RightsBed.PARTY_B, "UTINN");
        tell();
        Caller.Organisation skd =
                new Caller.Organisation(
                        "974761076",
                        Optional.of("skd"),
                        3,
                        Optional.of(Set.of("altinn:serviceowner/events")));

        assertThat(read(skd, "")).isEmpty();
        assertThat(read(Town.TTD, "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch=0", "fetch=10001", "fetch=x", "fetch=-1", "eventOffset=x"})
    void aParameterOutOfItsBoundsIsABadRequest(String query) {
        assertThat(bed.as(Town.TTD).get(FEED + "?" + query).answer().status()).isEqualTo(400);
    }

    @Test
    void theMostMayBeFetched() {
        assertThat(read(Town.TTD, "?fetch=10000")).isEmpty();
    }
}
