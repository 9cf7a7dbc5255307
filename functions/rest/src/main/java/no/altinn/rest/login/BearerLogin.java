package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.AuthenticationLevel;
import no.altinn.platform.auth.ConsumerClaim;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.orgs.ServiceOwners;
import no.altinn.platform.profile.UserProfile;
import no.altinn.rest.access.Caller;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Whose a bearer token is: a token of Altinn, or one of ID-porten or Maskinporten as it is
 * (rest-api.md §4). Thread-safe.
 */
public final class BearerLogin {
    private static final int LEAST = 3;
    private static final int MOST_KEPT = 10_000;
    private static final int MASKINPORTEN_LEVEL = 3;
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{11}");
    private static final String NO_USER = "The token's person is no user";
    private static final String SYSTEM_USER = "A system user's token is not taken here";

    private final AltinnTokenValidator altinn;
    private final OutsideIssuer idPorten;
    private final OutsideIssuer maskinporten;
    private final TokenAudience audience;
    private final ServiceOwners serviceOwners;
    private final Profiles profiles;
    private final Users users;

    /** Persons whose accounts are kept for certain, so that no request asks for them again. */
    private final Cache<Integer, Boolean> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /**
     * @param base this system's own address, which tokens of the others may name as {@code aud}
     */
    public BearerLogin(
            AltinnTokenValidator altinn,
            OutsideIssuer idPorten,
            OutsideIssuer maskinporten,
            URI base,
            ServiceOwners serviceOwners,
            Profiles profiles,
            Users users) {
        this.altinn = altinn;
        this.idPorten = idPorten;
        this.maskinporten = maskinporten;
        this.audience = TokenAudience.of(base);
        this.serviceOwners = serviceOwners;
        this.profiles = profiles;
        this.users = users;
    }

    /**
     * The holder of a token.
     *
     * @param jwt the token as it was sent
     * @throws InvalidToken if it is not to be trusted, is for another receiver, or names nobody
     *     that this system knows
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Caller of(String jwt) throws InvalidToken {
        Map<String, JsonNode> claimed = CompactJws.read(jwt).claims();
        if (idPorten.isNamedBy(claimed)) {
            return person(idPorten.verify(jwt));
        }
        if (maskinporten.isNamedBy(claimed)) {
            return organisation(maskinporten.verify(jwt));
        }
        return holder(altinn.validate(jwt));
    }

    private Caller.User person(OutsideToken token) throws InvalidToken {
        audience.requireOf(token);
        int level =
                AuthenticationLevel.of(token.text("acr").orElse("")).stream()
                        .filter(known -> known >= LEAST)
                        .findFirst()
                        .orElseThrow(() -> new InvalidToken("The token's acr is of no level here"));
        String pid =
                token.text("pid")
                        .filter(number -> NATIONAL_NUMBER.matcher(number).matches())
                        .orElseThrow(() -> new InvalidToken("The token has no usable pid"));
        UserProfile profile = profiles.ofPerson(pid).orElseThrow(() -> new InvalidToken(NO_USER));
        keep(profile);
        return Persons.user(profile, level, Optional.of(token.scopes()));
    }

    private void keep(UserProfile profile) {
        if (kept.getIfPresent(profile.userId()) == null) {
            users.ensure(profile.userId(), Persons.language(profile));
            kept.put(profile.userId(), true);
        }
    }

    private Caller.Organisation organisation(OutsideToken token) throws InvalidToken {
        audience.requireOf(token);
        if (!token.claim("authorization_details").isMissingNode()) {
            // Its holder must not be taken for the whole organisation.
            throw new InvalidToken(SYSTEM_USER);
        }
        String number =
                ConsumerClaim.organisationNumber(token.claim("consumer"))
                        .orElseThrow(() -> new InvalidToken("The token has no usable consumer"));
        return new Caller.Organisation(
                number,
                serviceOwners.codesOf(number),
                MASKINPORTEN_LEVEL,
                Optional.of(token.scopes()));
    }

    private Caller holder(AltinnToken token) throws InvalidToken {
        if (token.hasAuthorizationDetails()) {
            throw new InvalidToken(SYSTEM_USER);
        }
        if (token.userId().isPresent()) {
            return user(token, token.userId().getAsInt());
        }
        String number =
                token.orgNumber()
                        .orElseThrow(
                                () -> new InvalidToken("The token names no user or organisation"));
        return new Caller.Organisation(
                number, token.org(), token.authenticationLevel(), Optional.of(token.scopes()));
    }

    private Caller.User user(AltinnToken token, int userId) throws InvalidToken {
        Optional<String> pid = token.nationalNumber();
        OptionalInt partyId = token.partyId();
        if (pid.isPresent() && partyId.isPresent()) {
            return new Caller.User(
                    userId,
                    partyId,
                    pid,
                    Optional.empty(),
                    token.authenticationLevel(),
                    Optional.of(token.scopes()));
        }
        UserProfile profile = profiles.ofUser(userId).orElseThrow(() -> new InvalidToken(NO_USER));
        return Persons.user(profile, token.authenticationLevel(), Optional.of(token.scopes()));
    }
}
