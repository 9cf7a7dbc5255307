package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.AuthenticationLevel;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.platform.profile.UserProfile;
import no.altinn.platform.seal.Seal;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Logs persons in at ID-porten: the code flow with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636).
 * What a login needs at its end is sealed and carried by the browser that began it, so that
 * beginning one makes this system keep nothing, and that no other browser can end it. A login ends
 * once. Thread-safe.
 */
public final class BrowserLogin {
    private static final String PURPOSE = "login";
    private static final String SCOPE = "openid profile";
    private static final String LEAST = "idporten-loa-substantial";
    private static final int RANDOM_BYTES = 32;
    private static final String AGAIN = "The login is not valid any more, please log in again";

    private final IdentityProvider provider;
    private final OutsideIssuer idPorten;
    private final String clientId;
    private final URI redirect;
    private final ReturnAddresses returnAddresses;
    private final Profiles profiles;
    private final Users users;
    private final Sessions sessions;
    private final Entries logins;
    private final HexSeal seal;
    private final SecureRandom random;
    private final Clock clock;

    /**
     * @param idPorten verifies the provider's ID tokens
     * @param clientId what this system is called there; a public client
     * @param redirect where the provider sends browsers back to
     * @param logins the entries of {@link no.altinn.rest.record.Tables#LOGINS}
     */
    public BrowserLogin(
            IdentityProvider provider,
            OutsideIssuer idPorten,
            String clientId,
            URI redirect,
            ReturnAddresses returnAddresses,
            Profiles profiles,
            Users users,
            Sessions sessions,
            Entries logins,
            Seal seal,
            SecureRandom random,
            Clock clock) {
        this.provider = provider;
        this.idPorten = idPorten;
        this.clientId = clientId;
        this.redirect = redirect;
        this.returnAddresses = returnAddresses;
        this.profiles = profiles;
        this.users = users;
        this.sessions = sessions;
        this.logins = logins;
        this.seal = new HexSeal(seal, PURPOSE);
        this.random = random;
        this.clock = clock;
    }

    /**
     * A login that has begun.
     *
     * @param address where the person logs in
     * @param attempt what the browser must bring back
     */
    public record Begun(URI address, String attempt) {}

    /**
     * A login that has ended well.
     *
     * @param returnUrl where the person wanted to go
     * @param session the value of the login's cookie
     */
    public record Ended(String returnUrl, String session) {}

    /**
     * Begins a login.
     *
     * @return empty if browsers may not be sent to the address
     * @throws no.altinn.platform.client.Unavailable if ID-porten cannot be asked now
     */
    public Optional<Begun> begin(String returnUrl) {
        if (!returnAddresses.allow(returnUrl)) {
            return Optional.empty();
        }
        LoginAttempt attempt =
                new LoginAttempt(
                        randomText(),
                        randomText(),
                        randomText(),
                        returnUrl,
                        clock.instant().plus(LoginAttempt.LIFETIME));
        return Optional.of(new Begun(address(attempt), seal.seal(attempt.write())));
    }

    private URI address(LoginAttempt attempt) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirect.toString());
        parameters.put("scope", SCOPE);
        parameters.put("acr_values", LEAST);
        parameters.put("state", attempt.state());
        parameters.put("nonce", attempt.nonce());
        parameters.put("code_challenge", base64Url(sha256(attempt.verifier())));
        parameters.put("code_challenge_method", "S256");
        String query =
                parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        String page = provider.authorizationEndpoint().toString();
        return URI.create(page + (page.contains("?") ? "&" : "?") + query);
    }

    /**
     * Ends a login.
     *
     * @param carried what the browser brought back
     * @throws LoginRefused if this browser has not begun it, it took longer than 10 minutes, it has
     *     ended before, or the person is no user
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Ended end(String state, String code, String carried) {
        LoginAttempt attempt =
                seal.open(carried)
                        .map(LoginAttempt::read)
                        .filter(one -> clock.instant().isBefore(one.expires()))
                        .filter(one -> isSame(one.state(), state))
                        .filter(this::isFirst)
                        .orElseThrow(() -> new LoginRefused(AGAIN));
        String idToken = provider.redeem(code, attempt.verifier(), redirect);
        try {
            return new Ended(attempt.returnUrl(), session(verified(idToken, attempt)));
        } catch (InvalidToken e) {
            throw new LoginRefused("The login at ID-porten is not accepted", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFirst(LoginAttempt attempt) {
        String id = "ended-" + base64Url(sha256(attempt.state()));
        Instant until = attempt.expires();
        return logins.add(Entry.of(id, id, Map.of(), Json.object(), "").expiring(until));
    }

    private OutsideToken verified(String idToken, LoginAttempt attempt) throws InvalidToken {
        OutsideToken token = idPorten.verify(idToken);
        JsonNode aud = token.claim("aud");
        JsonNode only = aud.isArray() && aud.size() == 1 ? aud.get(0) : aud;
        if (!clientId.equals(only.textValue())) {
            throw new InvalidToken("The ID token is for another client");
        }
        if (!attempt.nonce().equals(token.text("nonce").orElse(""))) {
            throw new InvalidToken("The ID token is of another login");
        }
        return token;
    }

    private String session(OutsideToken token) throws InvalidToken {
        int level =
                AuthenticationLevel.of(token.text("acr").orElse(""))
                        .orElseThrow(() -> new InvalidToken("The ID token has no known acr"));
        String pid =
                token.text("pid")
                        .orElseThrow(() -> new InvalidToken("The ID token names no person"));
        UserProfile profile =
                profiles.ofPerson(pid)
                        .orElseThrow(() -> new LoginRefused("The person is no user of Altinn"));
        Account account = users.ensure(profile.userId(), Persons.language(profile));
        return sessions.begin(Persons.user(profile, level, Optional.empty()), account);
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64Url(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
