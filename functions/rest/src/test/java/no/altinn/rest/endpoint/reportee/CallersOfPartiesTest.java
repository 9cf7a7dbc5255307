package no.altinn.rest.endpoint.reportee;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.access.Caller;
import no.altinn.rest.contact.Contact;
import no.altinn.rest.contact.ContactAddress;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.reportee.Town;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.Set;

/** Every route about parties with every kind of caller. */
final class CallersOfPartiesTest {
    private static final Caller NOBODY = new Caller.Nobody();
    private static final Caller ORGANISATION =
            new Caller.Organisation(
                    "310000001", Optional.empty(), 3, Optional.of(Set.of("altinn:serviceowner")));

    private final PartiesBed bed = new PartiesBed();

    private int status(Caller caller, String method, String path, String body) {
        DoorBed.Asked asked = bed.as(caller).ask(method, path);
        return (body == null ? asked : asked.with("Content-Type", "application/json").sending(body))
                .answer()
                .status();
    }

    private static Caller owner(String... scopes) {
        return new Caller.Organisation(
                "991825827", Optional.of("ttd"), 3, Optional.of(Set.of(scopes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|reportees||reportees|200",
                "GET|reportees/r50000001||reportees|200",
                "POST|reportees/ReporteeConversion|{\"SocialSecurityNumber\":\"01909012345\",\"LastName\":\"A\"}|reportees|200",
                "GET|organizations||reportees|200",
                "GET|organizations/310000001||reportees|200",
                "GET|my/profile||profiles.read|200",
                "GET|310000001/profile||profiles.read|200",
                "GET|310000001/profile/contactinformation||profiles.read|200",
                "GET|310000001/profile/contactinformation/1||profiles.read|200",
                "POST|310000001/profile/contactinformation|{\"Email\":\"a@b.no\"}|profiles.write|204",
                "DELETE|310000001/profile/contactinformation/1||profiles.write|204",
            })
    void routesOfUsersAreForUsersWithTheScopeAlone(
            String method, String path, String body, String scope, int status) {
        bed.contacts.add("310000001", ContactAddress.email("a@b.no"), Optional.empty());

        assertThat(status(NOBODY, method, path, body)).isEqualTo(401);
        assertThat(status(ORGANISATION, method, path, body)).isIn(401, 403);
        assertThat(status(Town.TTD, method, path, body)).isIn(401, 403);
        for (String other :
                new String[] {"altinn:instances.read", "altinn:serviceowner", "openid"}) {
            assertThat(status(Town.with(Town.A, other), method, path, body)).isEqualTo(401);
        }
        String sibling =
                scope.replace(".read", ".x").replace(".write", ".read").replace(".x", ".write");
        if (!sibling.equals(scope)) {
            assertThat(status(Town.with(Town.A, "altinn:" + sibling), method, path, body))
                    .isEqualTo(401);
        }
        assertThat(status(Town.with(Town.A, "altinn:" + scope), method, path, body))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, reportees",
        "GET, organizations",
        "GET, my/profile",
        "GET, 310000001/profile/contactinformation",
    })
    void theScopeOfEndUsersAndALoginWithoutScopesOpenTheRoutesOfUsers(String method, String path) {
        assertThat(status(Town.with(Town.A, "altinn:enduser"), method, path, null)).isEqualTo(200);
        assertThat(status(Town.A, method, path, null)).isEqualTo(200);
        assertThat(status(Town.SYSTEM, method, path, null)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "serviceowner/reportees?subject=01909012345, reportees",
        "serviceowner/organizations, organizations",
        "serviceowner/organizations/310000001, organizations",
        "serviceowner/organizations/310000001/officialcontacts, organizations",
        "serviceowner/organizations/310000001/personalcontacts, organizations",
        "serviceowner/organizations/310000001/personalcontacts/r50000001/roles, organizations",
        "serviceowner/notifications/validaterecipient?organizationNumber=310000001, notifications.read",
    })
    void routesOfServiceOwnersAreForServiceOwnersWithTheScopeAlone(String path, String scope) {
        bed.contacts.add(
                "310000001",
                ContactAddress.email("a@b.no"),
                Optional.of(new Contact.Person(20000001, 50000001)));

        assertThat(status(NOBODY, "GET", path, null)).isEqualTo(401);
        assertThat(status(Town.A, "GET", path, null)).isEqualTo(401);
        assertThat(status(ORGANISATION, "GET", path, null)).isEqualTo(403);
        assertThat(status(owner("altinn:enduser"), "GET", path, null)).isEqualTo(401);
        assertThat(status(owner("altinn:serviceowner/x"), "GET", path, null)).isEqualTo(401);
        assertThat(status(owner("altinn:serviceowner/" + scope), "GET", path, null)).isEqualTo(200);
        assertThat(status(owner("altinn:serviceowner"), "GET", path, null)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "reportees",
        "organizations",
        "my/profile",
        "310000001/profile/contactinformation",
        "serviceowner/reportees?subject=01909012345",
        "serviceowner/organizations",
        "serviceowner/notifications/validaterecipient?organizationNumber=310000001",
    })
    void everyRouteNeedsAKeyWithTheGrant(String path) {
        Caller caller = path.startsWith("serviceowner") ? Town.TTD : Town.A;

        assertThat(bed.as(caller).get(path).without("ApiKey").answer().status()).isEqualTo(400);
        assertThat(bed.as(caller).get(path).with("ApiKey", DoorBed.READER).answer().status())
                .isEqualTo(403);
    }

    @Test
    void twoUsersSeeTheirOwnReporteesAlone() {
        bed.town.given.put(20000002, Set.of(51000003));

        assertThat(ReporteeRoutesTest.ids(bed.as(Town.A).get("reportees").answer().body()))
                .containsExactly("r50000001", "r51000001", "r51000002");
        assertThat(ReporteeRoutesTest.ids(bed.as(Town.B).get("reportees").answer().body()))
                .containsExactly("r50000002", "r51000003");
        assertThat(ReporteeRoutesTest.ids(bed.as(Town.SYSTEM).get("reportees").answer().body()))
                .containsExactly("r51000001");
    }
}
