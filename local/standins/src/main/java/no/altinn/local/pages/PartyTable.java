package no.altinn.local.pages;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.local.testdata.TestSystemUser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the test data's table, with links to tokens. */
final class PartyTable {
    private static final String SUBSCRIBE = "&scopes=altinn:events.subscribe";
    private static final String PUBLISH = SUBSCRIBE + ",altinn:events.publish";

    private PartyTable() {}

    /** A row for everyone: {@code who}, {@code ids} and {@code tokens}, each with a link. */
    static List<Map<String, Object>> rows(Parties parties) {
        return Stream.of(
                        parties.serviceOwners().stream().map(PartyTable::row),
                        parties.persons().stream().map(PartyTable::row),
                        parties.everyOrganisation().map(PartyTable::row),
                        parties.systemUsers().stream().map(PartyTable::row))
                .flatMap(kind -> kind)
                .toList();
    }

    private static Map<String, Object> row(ServiceOwner owner) {
        return row(
                "Service owner " + owner.org(),
                "org %s, orgNo %s".formatted(owner.org(), owner.orgNo()),
                List.of(
                        link("GetEnterpriseToken", "org=" + owner.org() + PUBLISH),
                        link("GetPlatformAccessToken", "app=apps-test&org=" + owner.org())));
    }

    private static Map<String, Object> row(Person person) {
        return row(
                person.name(),
                "userId %d, partyId %d, pid %s, uuid %s"
                        .formatted(person.userId(), person.partyId(), person.nin(), person.uuid()),
                List.of(link("GetPersonalToken", "pid=" + person.nin() + SUBSCRIBE)));
    }

    private static Map<String, Object> row(Organisation unit) {
        return row(
                unit.name(),
                "orgNo %s, partyId %d, uuid %s"
                        .formatted(unit.orgNo(), unit.partyId(), unit.uuid()),
                List.of(link("GetEnterpriseToken", "orgNo=" + unit.orgNo() + SUBSCRIBE)));
    }

    private static Map<String, Object> row(TestSystemUser user) {
        return row(
                "System user",
                "systemUserId %s for orgNo %s".formatted(user.id(), user.orgNo()),
                List.of(link("GetSystemUserToken", "systemUserId=" + user.id() + SUBSCRIBE)));
    }

    private static Map<String, String> link(String kind, String query) {
        return Map.of("kind", kind, "query", query);
    }

    private static Map<String, Object> row(
            String who, String ids, List<Map<String, String>> tokens) {
        return Map.of("who", who, "ids", ids, "tokens", tokens);
    }
}
