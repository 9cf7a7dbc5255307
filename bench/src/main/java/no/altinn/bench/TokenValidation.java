package no.altinn.bench;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.testing.jose.TestTokens;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What it costs to validate a bearer token: one seen before, a new one, and, to compare with, the
 * bare verification of the same signature (RSA of 2 048 bits, SHA-256).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TokenValidation {
    private static final int TOKENS = 1024;

    private final TestTokens issuer = new TestTokens(Clock.systemUTC());
    private List<String> tokens;
    private AltinnTokenValidator validator;
    private AltinnTokenValidator forgetful;
    private int next;

    @Setup
    public void signTokens() {
        tokens = IntStream.range(0, TOKENS).mapToObj(i -> Tokens.enterprise(issuer, i)).toList();
        validator = AcceptedTokens.validator(issuer);
    }

    /** A token that the validator remembers. */
    @Benchmark
    public AltinnToken seenBefore() throws InvalidToken {
        return validator.validate(tokens.get(0));
    }

    /** A token that the validator has never seen. */
    @Benchmark
    public AltinnToken firstSeen() throws InvalidToken {
        int i = next++ % TOKENS;
        if (i == 0) {
            forgetful = AcceptedTokens.validator(issuer);
        }
        return forgetful.validate(tokens.get(i));
    }

    /** The signature alone: nothing is read, nothing is compared. */
    @Benchmark
    public boolean bareSignature() throws GeneralSecurityException {
        String token = tokens.get(next++ % TOKENS);
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(issuer.keys().publicKey());
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }
}
