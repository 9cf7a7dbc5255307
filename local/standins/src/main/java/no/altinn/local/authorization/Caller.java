package no.altinn.local.authorization;

import no.altinn.local.testdata.Organisation;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;

import java.util.List;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param org the service owner's code; empty for none
 * @param parties the parties it may see as its own: itself, and an organisation's sub-units
 */
record Caller(String org, List<Party> parties) {
    /** What names a caller, the surest first; one of them decides. */
    private static final List<String> IDENTITIES =
            List.of(
                    "urn:altinn:userid",
                    "urn:altinn:partyid",
                    "urn:altinn:party:uuid",
                    "urn:altinn:person:identifier-no",
                    "urn:altinn:organization:identifier-no",
                    "urn:altinn:organizationnumber");

    Caller {
        parties = List.copyOf(parties);
    }

    static Caller of(Question question, Parties known) {
        String org = question.value(XacmlCategory.SUBJECT, "urn:altinn:org").orElse("");
        Optional<Party> party =
                question.value(XacmlCategory.SUBJECT, "urn:altinn:systemuser:uuid")
                        .<Optional<Party>>map(user -> known.actsFor(user).map(Party.class::cast))
                        .orElseGet(() -> identified(question, known));
        return new Caller(org, party.map(Caller::reach).orElse(List.of()));
    }

    private static Optional<Party> identified(Question question, Parties known) {
        return IDENTITIES.stream()
                .flatMap(
                        id ->
                                question
                                        .value(XacmlCategory.SUBJECT, id)
                                        .map(value -> id + ":" + value)
                                        .stream())
                .findFirst()
                .flatMap(known::named);
    }

    private static List<Party> reach(Party party) {
        return party instanceof Organisation organisation
                ? organisation.withSubUnits().map(Party.class::cast).toList()
                : List.of(party);
    }
}
