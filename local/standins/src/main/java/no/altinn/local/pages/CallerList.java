package no.altinn.local.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Person;
import no.altinn.local.testdata.ServiceOwner;
import no.altinn.local.testdata.TestSystemUser;
import no.altinn.platform.json.Json;

import java.util.List;
import java.util.stream.Stream;

/** Everyone of the test data whom one can log in as. */
final class CallerList {
    /** How many of each kind are told. */
    static final int MOST = 100;

    private CallerList() {}

    /**
     * The first of each kind in the order of the file: {@code kind}, {@code id}, {@code name},
     * {@code consumer} as subscriptions name it, and {@code subject} as events may name it.
     */
    static String json(Parties parties) {
        List<Organisation> organisations = parties.everyOrganisation().toList();
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("callers");
        Stream.of(
                        parties.serviceOwners().stream().map(CallerList::of).limit(MOST),
                        parties.persons().stream().map(CallerList::of).limit(MOST),
                        organisations.stream().map(CallerList::of).limit(MOST),
                        parties.systemUsers().stream().map(CallerList::of).limit(MOST))
                .flatMap(kind -> kind)
                .forEach(list::add);
        int all =
                parties.serviceOwners().size()
                        + parties.persons().size()
                        + organisations.size()
                        + parties.systemUsers().size();
        return json.put("more", all - list.size()).toString();
    }

    private static ObjectNode of(ServiceOwner owner) {
        return caller("serviceOwner", owner.org(), owner.org(), "/org/" + owner.org())
                .put("orgNo", owner.orgNo());
    }

    private static ObjectNode of(Person person) {
        return caller("person", person.nin(), person.name(), "/user/" + person.userId())
                .put("subject", "/party/" + person.partyId());
    }

    private static ObjectNode of(Organisation unit) {
        String name = "/organisation/" + unit.orgNo();
        return caller("organisation", unit.orgNo(), unit.name(), name)
                .put("orgNo", unit.orgNo())
                .put("subject", name);
    }

    private static ObjectNode of(TestSystemUser user) {
        return caller("systemUser", user.id().toString(), "", "/systemuser/" + user.id())
                .put("orgNo", user.orgNo());
    }

    private static ObjectNode caller(String kind, String id, String name, String consumer) {
        return Json.object()
                .put("kind", kind)
                .put("id", id)
                .put("name", name)
                .put("consumer", consumer);
    }
}
