package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.claims.SystemUserDetail;
import no.altinn.local.oauth.OAuthError;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.TestSystemUser;
import no.altinn.platform.auth.Iso6523Organisation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads {@code authorization_details} for system users (RFC 9396). Thread-safe. */
final class SystemUsers {
    private static final Set<String> MEMBERS = Set.of("type", "systemuser_org", "externalRef");

    private final Supplier<Parties> parties;

    SystemUsers(Supplier<Parties> parties) {
        this.parties = parties;
    }

    /**
     * The system user that acts for the organisation in a grant's details; empty when the grant has
     * none. An {@code externalRef} finds the same one, since the test data keeps no references.
     *
     * @param details a list of one object, or a missing node
     * @throws OAuthError if the details cannot be read, or the organisation has no system user
     */
    Optional<TestSystemUser> find(JsonNode details) throws OAuthError {
        if (details.isMissingNode()) {
            return Optional.empty();
        }
        if (!details.isArray() || details.size() != 1 || !details.get(0).isObject()) {
            throw Refusal.malformedDetails("authorization_details must be a list of one object.");
        }
        String organisation = organisation(details.get(0));
        return Optional.of(
                parties.get().systemUsers().stream()
                        .filter(user -> user.orgNo().equals(organisation))
                        .findFirst()
                        .orElseThrow(Refusal::unknownSystemUser));
    }

    private static String organisation(JsonNode detail) throws OAuthError {
        if (!SystemUserDetail.TYPE.equals(detail.path("type").textValue())) {
            throw Refusal.unknownDetails(
                    "The type of authorization_details must be " + SystemUserDetail.TYPE);
        }
        Set<String> unknown = new TreeSet<>();
        detail.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw Refusal.unknownInDetails("Unknown in authorization_details: " + unknown);
        }
        JsonNode reference = detail.path("externalRef");
        if (!reference.isMissingNode() && !reference.isTextual()) {
            throw Refusal.malformedDetails("externalRef must be text.");
        }
        JsonNode acting = detail.path("systemuser_org");
        return Iso6523Organisation.number(acting)
                // A member that means nothing here must not go unnoticed.
                .filter(number -> Iso6523Organisation.of(number).equals(acting))
                .orElseThrow(
                        () ->
                                Refusal.malformedDetails(
                                        "systemuser_org must be like "
                                                + Iso6523Organisation.of("123456789")
                                                        .toString()
                                                        .replace('"', '\'')));
    }
}
