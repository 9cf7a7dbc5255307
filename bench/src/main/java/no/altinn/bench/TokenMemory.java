package no.altinn.bench;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.testing.jose.TestTokens;

import java.time.Clock;
import java.util.Locale;

/** Tells how much memory a validator keeps after a number of different tokens. */
public final class TokenMemory {
    private TokenMemory() {}

    /**
     * Prints the heap that is reachable after every power of ten, and at the end.
     *
     * @param arguments how many tokens; 100 000 by default
     */
    public static void main(String[] arguments) throws InvalidToken {
        int tokens = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        TestTokens issuer = new TestTokens(Clock.systemUTC());
        AltinnTokenValidator validator = AcceptedTokens.validator(issuer);
        validator.validate(Tokens.enterprise(issuer, 0));
        long before = reachable();
        int step = 10;
        for (int i = 1; i <= tokens; i++) {
            validator.validate(Tokens.enterprise(issuer, i));
            if (i == step || i == tokens) {
                print(i, reachable() - before);
                step *= 10;
            }
        }
        // Keeps the validator reachable until all has been measured.
        validator.validate(Tokens.enterprise(issuer, 0));
    }

    private static void print(int tokens, long bytes) {
        System.out.printf(Locale.ROOT, "%,d different tokens: %,d bytes kept%n", tokens, bytes);
    }

    /** Caches shed what is too much in the background, so the smallest of some readings counts. */
    private static long reachable() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
