package no.altinn.simulation.outside;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.KeySet;
import no.altinn.simulation.time.World;
import no.altinn.testing.jose.TestTokens;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Organisations that call the platform. Their tokens are made once for all schedules, since a
 * signature costs as much as a piece of a schedule.
 */
public final class Callers {
    private static final Clock BEGINNING = Clock.fixed(World.BEGINNING, ZoneOffset.UTC);

    private final TestTokens issuer = new TestTokens(BEGINNING);
    private final AltinnTokenValidator validator =
            new AltinnTokenValidator(
                    new KeySet(
                            List.of(
                                    new KeySet.Key(
                                            issuer.keys().kid(), issuer.keys().publicKey()))),
                    new TokenIssuers(Set.of(TestTokens.ISSUER), false),
                    BEGINNING);
    private final Map<String, AltinnToken> tokens = new HashMap<>();

    /** The token of an organisation with this code, whose consumer is {@code /org/{code}}. */
    public AltinnToken org(String code) {
        return tokens.computeIfAbsent(code, this::made);
    }

    private AltinnToken made(String code) {
        try {
            return validator.validate(
                    issuer.bearer(
                            claims ->
                                    claims.put("urn:altinn:org", code)
                                            .put(
                                                    "scope",
                                                    "altinn:events.subscribe"
                                                            + " altinn:events.publish")));
        } catch (InvalidToken e) {
            throw new IllegalStateException("The token was made a moment ago", e);
        }
    }
}
