package no.altinn.local.pages;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.local.testdata.TestSystemUser;
import no.altinn.local.web.Html;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyone of the test data as a table, with links to tokens. */
final class PartyTable {
    private static final String SUBSCRIBE = "&scopes=altinn:events.subscribe";
    private static final String PUBLISH = SUBSCRIBE + ",altinn:events.publish";

    private PartyTable() {}

    static String render(Parties parties) {
        String rows =
                Stream.of(
                                parties.serviceOwners().stream().map(PartyTable::row),
                                parties.persons().stream().map(PartyTable::row),
                                parties.everyOrganisation().map(PartyTable::row),
                                parties.systemUsers().stream().map(PartyTable::row))
                        .flatMap(kind -> kind)
                        .collect(Collectors.joining("\n"));
        return """
        <table>
        <caption>Test data, all synthetic</caption>
        <thead><tr><th scope="col">Who</th><th scope="col">Ids</th>
        <th scope="col">Tokens</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        """
                .formatted(rows);
    }

    private static String row(ServiceOwner owner) {
        return row(
                "Service owner " + owner.org(),
                "org %s, orgNo %s".formatted(owner.org(), owner.orgNo()),
                link("GetEnterpriseToken", "org=" + owner.org() + PUBLISH)
                        + ", "
                        + link("GetPlatformAccessToken", "app=apps-test&org=" + owner.org()));
    }

    private static String row(Person person) {
        return row(
                person.name(),
                "userId %d, partyId %d, pid %s, uuid %s"
                        .formatted(person.userId(), person.partyId(), person.nin(), person.uuid()),
                link("GetPersonalToken", "pid=" + person.nin() + SUBSCRIBE));
    }

    private static String row(Organisation unit) {
        return row(
                unit.name(),
                "orgNo %s, partyId %d, uuid %s"
                        .formatted(unit.orgNo(), unit.partyId(), unit.uuid()),
                link("GetEnterpriseToken", "orgNo=" + unit.orgNo() + SUBSCRIBE));
    }

    private static String row(TestSystemUser user) {
        return row(
                "System user",
                "systemUserId %s for orgNo %s".formatted(user.id(), user.orgNo()),
                link("GetSystemUserToken", "systemUserId=" + user.id() + SUBSCRIBE));
    }

    private static String link(String kind, String query) {
        return "<a href=\"/api/%1$s?env=local&amp;%2$s\">%1$s</a>"
                .formatted(kind, Html.escape(query));
    }

    private static String row(String who, String ids, String tokens) {
        return "<tr><th scope=\"row\">%s</th><td><code>%s</code></td><td>%s</td></tr>"
                .formatted(Html.escape(who), Html.escape(ids), tokens);
    }
}
