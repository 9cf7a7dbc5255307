package no.altinn.local.authorization;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.local.testdata.Person;
import no.altinn.platform.pdp.AttributeId;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param names what rules may call it, such as {@code org:ttd} and {@code party:50000001}, in lower
 *     case; a system user has the names of the organisation that it acts for, too
 * @param parties the parties it may see as its own: itself, and an organisation's sub-units; empty
 *     for a stranger to the test data
 */
record Caller(Set<String> names, List<Party> parties) {
    /** What names a caller, the surest first; one of them decides. */
    private static final List<String> IDENTITIES =
            List.of(
                    AttributeId.USER_ID,
                    AttributeId.PARTY_ID,
                    AttributeId.PARTY_UUID,
                    AttributeId.PERSON_IDENTIFIER,
                    AttributeId.ORGANISATION_IDENTIFIER,
                    AttributeId.ORGANISATION_NUMBER);

    /** What rules call the callers that are named so; the test data need not know them. */
    private static final Map<String, String> KINDS =
            Map.of(
                    AttributeId.ORG,
                    "org:",
                    AttributeId.SYSTEM_USER,
                    "systemuser:",
                    AttributeId.USER_ID,
                    "user:",
                    AttributeId.PARTY_ID,
                    "party:",
                    AttributeId.ORGANISATION_IDENTIFIER,
                    "organisation:",
                    AttributeId.ORGANISATION_NUMBER,
                    "organisation:");

    Caller {
        names = Set.copyOf(names);
        parties = List.copyOf(parties);
    }

    static Caller of(Question question, Parties known) {
        Set<String> names = new HashSet<>();
        Optional<String> owner = value(question, AttributeId.ORG);
        owner.ifPresent(code -> names.add(name(AttributeId.ORG, code)));
        Optional<String> systemUser = value(question, AttributeId.SYSTEM_USER);
        Optional<Party> party;
        if (systemUser.isPresent()) {
            names.add(name(AttributeId.SYSTEM_USER, systemUser.get()));
            party = known.actsFor(systemUser.get()).map(Party.class::cast);
        } else {
            party = identified(question, known, names);
        }
        party.ifPresent(self -> names.addAll(names(self)));
        return new Caller(names, party.map(Caller::reach).orElse(List.of()));
    }

    private static Optional<Party> identified(Question question, Parties known, Set<String> names) {
        for (String id : IDENTITIES) {
            Optional<String> value = value(question, id);
            if (value.isPresent()) {
                if (KINDS.containsKey(id)) {
                    names.add(name(id, value.get()));
                }
                return known.named(id + ":" + value.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> value(Question question, String id) {
        return question.value(XacmlCategory.SUBJECT, id);
    }

    private static String name(String id, String value) {
        return (KINDS.get(id) + value).toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Party party) {
        String id = "party:" + party.partyId();
        if (party instanceof Organisation organisation) {
            return Set.of(id, "organisation:" + organisation.orgNo());
        }
        return party instanceof Person person ? Set.of(id, "user:" + person.userId()) : Set.of(id);
    }

    private static List<Party> reach(Party party) {
        return party instanceof Organisation organisation
                ? organisation.withSubUnits().map(Party.class::cast).toList()
                : List.of(party);
    }
}
