package no.altinn.local.help;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.local.testdata.TestSystemUser;
import no.altinn.platform.json.Json;

import java.util.stream.Stream;

/** Whom help pages offer to log in, each with the address of its token. */
final class TestCallers {
    private static final String BEARER = "Authorization";

    /**
     * A caller.
     *
     * @param header the header that its token goes into
     * @param consumer as subscriptions name it
     * @param token the token's address from the root, to which {@code scopes} are added
     */
    private record TestCaller(String name, String header, String consumer, String token) {
        ObjectNode json() {
            return Json.object()
                    .put("name", name)
                    .put("header", header)
                    .put("consumer", consumer)
                    .put("token", token);
        }
    }

    private TestCallers() {}

    /**
     * An object with {@code callers}, each of {@code name}, {@code header}, {@code consumer} and
     * {@code token}.
     */
    static String json(Parties parties) {
        ObjectNode answer = Json.object();
        ArrayNode callers = answer.putArray("callers");
        Stream.of(
                        parties.serviceOwners().stream().map(TestCallers::of),
                        parties.persons().stream().map(TestCallers::of),
                        parties.everyOrganisation().map(TestCallers::of),
                        parties.systemUsers().stream().map(TestCallers::of),
                        Stream.of(platform()))
                .flatMap(kind -> kind)
                .forEach(caller -> callers.add(caller.json()));
        return answer.toString();
    }

    private static TestCaller of(ServiceOwner owner) {
        return new TestCaller(
                owner.org(),
                BEARER,
                "/org/" + owner.org(),
                token("GetEnterpriseToken", "org=" + owner.org() + "&orgNo=" + owner.orgNo()));
    }

    private static TestCaller of(Person person) {
        return new TestCaller(
                person.name(),
                BEARER,
                "/user/" + person.userId(),
                token(
                        "GetPersonalToken",
                        "userId=%d&partyId=%d&pid=%s&authLvl=4"
                                .formatted(person.userId(), person.partyId(), person.nin())));
    }

    private static TestCaller of(Organisation unit) {
        return new TestCaller(
                unit.name(),
                BEARER,
                "/organisation/" + unit.orgNo(),
                token("GetEnterpriseToken", "orgNo=" + unit.orgNo()));
    }

    private static TestCaller of(TestSystemUser user) {
        return new TestCaller(
                "System user of " + user.orgNo(),
                BEARER,
                "/systemuser/" + user.id(),
                token(
                        "GetSystemUserToken",
                        "systemUserId=" + user.id() + "&orgNo=" + user.orgNo()));
    }

    private static TestCaller platform() {
        return new TestCaller(
                "Platform access",
                "PlatformAccessToken",
                "",
                token("GetPlatformAccessToken", "app=help"));
    }

    private static String token(String kind, String query) {
        return "/api/" + kind + "?env=local&" + query;
    }
}
