package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.profile.UserLookup;
import no.altinn.local.register.PartyRegister;
import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.http.Request;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Reportee;
import no.altinn.rest.app.PartyParts;
import no.altinn.rest.app.PartySettings;
import no.altinn.rest.record.MemoryEntryStore;

import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The REST app's own clients, with the stand-ins that they call on one machine. */
class RepresentationClientsTest {
    private static final Caller.User A =
            new Caller.User(
                    20000001,
                    OptionalInt.of(50000001),
                    Optional.of("01909012345"),
                    Optional.empty(),
                    3,
                    Optional.empty());

    private final LocalServer server =
            LocalServer.start(
                    new Handler.Sequence(
                            new Representation(
                                            Bundled::parties, RepresentationClientsTest::isTrusted)
                                    .handler(),
                            new PartyRegister(
                                            Bundled::parties, RepresentationClientsTest::isTrusted)
                                    .handler(),
                            new UserLookup(Bundled::parties, RepresentationClientsTest::isTrusted)
                                    .handler()));
    private final PartyParts parts =
            new PartyParts(
                    new PartySettings(
                            service("/authorization/api/v1/"),
                            service("/register/api/"),
                            service("/profile/api/v1/")),
                    new MemoryEntryStore(Clock.systemUTC()),
                    () -> "trusted",
                    new PlatformHttp(),
                    Runnable::run,
                    Clock.systemUTC());

    private ServiceSettings service(String path) {
        return new ServiceSettings(server.base().resolve(path), "key");
    }

    private static boolean isTrusted(Request request) {
        return request.header("PlatformAccessToken").filter("trusted"::equals).isPresent();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPersonActsForTheOrganisationsOfTheRolesInTheFile() {
        List<Reportee> reportees = parts.reportees(user -> Set.of()).of(A);

        assertThat(reportees)
                .extracting(Reportee::id)
                .containsExactly("r50000001", "r51000001", "r51000002");
        assertThat(reportees.get(2).kind()).isEqualTo(Reportee.Kind.BUSINESS);
        assertThat(reportees.get(2).parent()).contains("310000001");
    }

    @Test
    void aSubUnitThatWasDelegatedHasItsMainUnitFromRegister() {
        Caller.User b =
                new Caller.User(
                        20000002,
                        OptionalInt.of(50000002),
                        Optional.of("02909012346"),
                        Optional.empty(),
                        3,
                        Optional.empty());

        assertThat(parts.reportees(user -> Set.of(51000002)).of(b).get(1).parent())
                .contains("310000001");
    }

    @Test
    void rolesAreThoseOfTheFile() {
        assertThat(parts.externalRoles().of(20000001, 51000002)).containsExactly("DAGL");
        assertThat(parts.externalRoles().of(20000001, 50000001)).containsExactly("PRIV");
        assertThat(parts.externalRoles().of(20000002, 51000002)).isEmpty();
    }

    @Test
    void aPersonIsNamedByTheLastWordOfTheName() {
        assertThat(parts.named().person("02909012346", "B")).isPresent();
        assertThat(parts.named().person("02909012346", "A")).isEmpty();
    }
}
