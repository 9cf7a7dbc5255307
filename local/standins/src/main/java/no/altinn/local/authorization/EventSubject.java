package no.altinn.local.authorization;

import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom the event, or the subscription, is about.
 *
 * @param names how many of the request's attributes name somebody, known or unknown
 * @param parties those of them who are known
 */
record EventSubject(int names, List<Party> parties) {
    private static final Set<String> PARTY_ATTRIBUTES =
            Set.of(
                    "urn:altinn:userid",
                    "urn:altinn:partyid",
                    "urn:altinn:party:id",
                    "urn:altinn:party:uuid",
                    "urn:altinn:person:identifier-no",
                    "urn:altinn:organization:identifier-no",
                    "urn:altinn:organizationnumber");

    /** An app's instance belongs to the party that its id begins with. */
    private static final Pattern INSTANCE = Pattern.compile("([0-9]+)/.+");

    EventSubject {
        parties = List.copyOf(parties);
    }

    static EventSubject of(Question question, Parties known) {
        List<String> urns =
                question.attributes(XacmlCategory.RESOURCE).flatMap(EventSubject::urn).toList();
        return new EventSubject(
                urns.size(), urns.stream().map(known::named).flatMap(Optional::stream).toList());
    }

    private static Stream<String> urn(XacmlAttribute attribute) {
        if (PARTY_ATTRIBUTES.contains(attribute.id())) {
            return Stream.of(attribute.id() + ":" + attribute.value());
        }
        Matcher instance = INSTANCE.matcher(attribute.value());
        return attribute.id().equals("urn:altinn:instance-id") && instance.matches()
                ? Stream.of("urn:altinn:partyid:" + instance.group(1))
                : Stream.empty();
    }

    /** Whether it names at least one party, and only parties among these. */
    boolean isAmong(List<Party> own) {
        return names > 0 && parties.size() == names && own.containsAll(parties);
    }
}
