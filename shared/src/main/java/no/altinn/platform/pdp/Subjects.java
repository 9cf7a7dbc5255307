package no.altinn.platform.pdp;

import no.altinn.platform.auth.AltinnToken;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How callers, consumers and events' subjects are named to the policy decision point. */
public final class Subjects {
    /** Before the personal number in a subject that must never be sent to the decision point. */
    public static final String PERSON = "urn:altinn:person:identifier-no:";

    private static final String URN = "urn:";

    private Subjects() {}

    /**
     * A caller: its scopes, its session, every plain claim named by a URN, and who it is; of two
     * with one name, the first. A system user is named alone.
     */
    public static List<Attribute> of(AltinnToken token) {
        if (isSystemUser(token)) {
            return token.systemUser().stream()
                    .map(uuid -> Attribute.of(AttributeId.SYSTEM_USER, uuid.toString()))
                    .toList();
        }
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Stream.of(scopes(token), session(token), claims(token), identity(token))
                .flatMap(Function.identity())
                .forEach(attribute -> attributes.putIfAbsent(attribute.id(), attribute));
        return List.copyOf(attributes.values());
    }

    /**
     * A consumer ({@code /org/ttd}, {@code /user/1} …) or an event's subject.
     *
     * @return empty when it is of no known form, and for a {@link #PERSON}, whom the caller must
     *     have replaced by the party's UUID first
     */
    public static Optional<Attribute> of(String consumerOrSubject) {
        if (consumerOrSubject.startsWith(URN)) {
            return urn(consumerOrSubject);
        }
        return path(consumerOrSubject, "/user/", AttributeId.USER_ID)
                .or(() -> path(consumerOrSubject, "/org/", AttributeId.ORG))
                .or(() -> path(consumerOrSubject, "/party/", AttributeId.PARTY_ID))
                .map(Subjects::typed)
                .or(() -> organisation(consumerOrSubject))
                .or(() -> path(consumerOrSubject, "/systemuser/", AttributeId.SYSTEM_USER));
    }

    private static Optional<Attribute> organisation(String subject) {
        return path(subject, "/organisation/", AttributeId.ORGANISATION_IDENTIFIER);
    }

    private static Attribute typed(Attribute attribute) {
        return attribute.id().equals(AttributeId.PARTY_ID) ? attribute.integer() : attribute;
    }

    private static Optional<Attribute> path(String subject, String prefix, String id) {
        return subject.startsWith(prefix) && subject.length() > prefix.length()
                ? Optional.of(Attribute.of(id, subject.substring(prefix.length())))
                : Optional.empty();
    }

    private static Optional<Attribute> urn(String urn) {
        int colon = urn.lastIndexOf(':');
        return isPerson(urn) || colon < URN.length() || colon == urn.length() - 1
                ? Optional.empty()
                : Optional.of(Attribute.of(urn.substring(0, colon), urn.substring(colon + 1)));
    }

    private static boolean isPerson(String urn) {
        return urn.regionMatches(true, 0, PERSON, 0, PERSON.length());
    }

    private static Stream<Attribute> scopes(AltinnToken token) {
        List<String> scopes = token.scopes().stream().sorted().toList();
        return scopes.isEmpty()
                ? Stream.empty()
                : Stream.of(Attribute.of(AttributeId.SCOPE, String.join(" ", scopes)));
    }

    private static Stream<Attribute> session(AltinnToken token) {
        return token.sessionId().stream().map(id -> Attribute.of(AttributeId.SESSION_ID, id));
    }

    private static Stream<Attribute> claims(AltinnToken token) {
        return token.claims().entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(URN))
                .filter(claim -> claim.getValue().isValueNode() && !claim.getValue().isNull())
                .map(claim -> Attribute.of(claim.getKey(), claim.getValue().asText()));
    }

    private static boolean isSystemUser(AltinnToken token) {
        return token.systemUser().isPresent()
                && token.userId().isEmpty()
                && token.partyId().isEmpty();
    }

    private static Stream<Attribute> identity(AltinnToken token) {
        if (token.userId().isPresent()) {
            return Stream.of(number(AttributeId.USER_ID, token.userId().getAsInt()));
        }
        if (token.partyId().isPresent()) {
            return Stream.of(number(AttributeId.PARTY_ID, token.partyId().getAsInt()));
        }
        return token.orgNumber().stream()
                .flatMap(
                        number ->
                                Stream.of(
                                        Attribute.of(AttributeId.ORGANISATION_NUMBER, number),
                                        Attribute.of(AttributeId.ORGANISATION_IDENTIFIER, number)));
    }

    private static Attribute number(String id, int value) {
        return Attribute.of(id, Integer.toString(value));
    }
}
