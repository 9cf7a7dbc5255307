package no.altinn.local.authorization;

import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.Party;
import no.altinn.platform.pdp.AttributeId;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the event, or the subscription, is about.
 *
 * @param named those whom the request's attributes name as parties
 * @param others the URNs of its other attributes, which may be a subject of any kind; in lower case
 */
record EventSubject(List<Named> named, Set<String> others) {
    private static final Set<String> PARTY_ATTRIBUTES =
            Set.of(
                    AttributeId.USER_ID,
                    AttributeId.PARTY_ID,
                    AttributeId.PARTY_URN_ID,
                    AttributeId.PARTY_UUID,
                    AttributeId.PERSON_IDENTIFIER,
                    AttributeId.ORGANISATION_IDENTIFIER,
                    AttributeId.ORGANISATION_NUMBER);

    /** An app's instance belongs to the party that its id begins with. */
    private static final Pattern INSTANCE = Pattern.compile("([0-9]+)/.+");

    /**
     * A party by one of its names.
     *
     * @param urn in lower case
     * @param party the party, if the test data knows it
     */
    record Named(String urn, Optional<Party> party) {
        boolean is(String other) {
            return urn.equals(other) || party.filter(one -> one.urns().contains(other)).isPresent();
        }
    }

    EventSubject {
        named = List.copyOf(named);
        others = Set.copyOf(others);
    }

    static EventSubject of(Question question, Parties known) {
        // Of an app's event this is the app's owner.
        boolean isOfApp = question.value(XacmlCategory.RESOURCE, AttributeId.APP).isPresent();
        return new EventSubject(
                question.attributes(XacmlCategory.RESOURCE)
                        .flatMap(EventSubject::party)
                        .map(urn -> new Named(urn, known.named(urn)))
                        .toList(),
                question.attributes(XacmlCategory.RESOURCE)
                        .filter(attribute -> !PARTY_ATTRIBUTES.contains(attribute.id()))
                        .filter(attribute -> !(isOfApp && attribute.id().equals(AttributeId.ORG)))
                        .map(EventSubject::urn)
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> party(XacmlAttribute attribute) {
        if (PARTY_ATTRIBUTES.contains(attribute.id())) {
            return Stream.of(urn(attribute));
        }
        Matcher instance = INSTANCE.matcher(attribute.value());
        return attribute.id().equals(AttributeId.INSTANCE_ID) && instance.matches()
                ? Stream.of(AttributeId.PARTY_ID + ":" + instance.group(1))
                : Stream.empty();
    }

    private static String urn(XacmlAttribute attribute) {
        return (attribute.id() + ":" + attribute.value()).toLowerCase(Locale.ROOT);
    }

    /** Whether it names at least one party, and only parties among these. */
    boolean isAmong(List<Party> own) {
        return !named.isEmpty()
                && named.stream().allMatch(one -> one.party().filter(own::contains).isPresent());
    }

    /**
     * Whether it is this subject and no other, in whichever spelling.
     *
     * @param urn in lower case
     */
    boolean isOnly(String urn) {
        return named.isEmpty() ? others.contains(urn) : named.stream().allMatch(one -> one.is(urn));
    }
}
