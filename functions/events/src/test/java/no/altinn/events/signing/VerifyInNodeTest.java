package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;
import no.altinn.testing.node.NodeTools;
import no.altinn.testing.node.ToolResult;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the guide tells receivers in JavaScript to do finds our requests genuine, and no others. */
@ExtendWith(WithVerifier.class)
final class VerifyInNodeTest {
    private static final String YES = "verified";
    private static final Duration TOO_LONG = Duration.ofSeconds(310);

    private final NodeTools verifier;

    @TempDir Path folder;

    VerifyInNodeTest(NodeTools verifier) {
        this.verifier = verifier;
    }

    @BeforeEach
    void putTheProgramsBesideTheirPackages() throws IOException {
        Path modules = verifier.module("standardwebhooks").getParent();
        Files.createSymbolicLink(folder.resolve("node_modules"), modules);
        Files.writeString(
                folder.resolve("secret.mjs"), Guide.program("js", "from 'standardwebhooks'"));
        Files.writeString(folder.resolve("public.mjs"), Guide.program("js", "from 'node:crypto'"));
    }

    private String run(String call, String key, String body, SignedNow signed) throws Exception {
        var headers = Json.object();
        signed.headers().forEach(headers::put);
        Path script = folder.resolve("run.mjs");
        Files.writeString(
                script,
                """
                import { verified } from './secret.mjs';
                import { isVerified } from './public.mjs';
                const [key, body, headers] = %s;
                try {
                  console.log(%s ? 'verified' : 'refused');
                } catch (e) {
                  console.log(e.name + ': ' + e.message);
                }
                """
                        .formatted(
                                "[%s, %s, %s]"
                                        .formatted(Json.string(key), Json.string(body), headers),
                                call));
        ToolResult result = verifier.script(script).run();
        assertThat(result.status()).as(result.output()).isZero();
        return result.output().strip();
    }

    private String withSecret(String secret, String body, SignedNow signed) throws Exception {
        return run("verified(key, body, headers).data.navn === 'Åse <&>'", secret, body, signed);
    }

    private String withPublicKey(String key, String body, SignedNow signed) throws Exception {
        return run("isVerified(key, body, headers)", key, body, signed);
    }

    @Test
    void aRequestIsVerifiedWithItsSecretAlsoWithTheOldOne() throws Exception {
        SignedNow signed = new SignedNow(Scheme.V1);
        String old = signed.shown();
        signed.rotate(Scheme.V1A).rotate(Scheme.V1);

        assertThat(withSecret(signed.shown(), SignedNow.BODY, signed)).isEqualTo(YES);
        assertThat(withSecret(old, SignedNow.BODY, signed)).isEqualTo(YES);
    }

    @Test
    void whatIsChangedOldOrAnothersIsRefused() throws Exception {
        SignedNow signed = new SignedNow(Scheme.V1);
        String another = new SignedNow(Scheme.V1).shown();

        assertThat(withSecret(signed.shown(), SignedNow.BODY + " ", signed))
                .contains("WebhookVerificationError: No matching signature found");
        assertThat(withSecret(another, SignedNow.BODY, signed))
                .contains("WebhookVerificationError: No matching signature found");
        assertThat(withSecret(signed.shown(), SignedNow.BODY, signed.at(TOO_LONG)))
                .contains("WebhookVerificationError: Message timestamp too old");
    }

    @Test
    void aRequestIsVerifiedWithItsPublicKey() throws Exception {
        SignedNow signed = new SignedNow(Scheme.V1A).rotate(Scheme.V1).rotate(Scheme.V1A);
        String another = new SignedNow(Scheme.V1A).shown();

        assertThat(withPublicKey(signed.shown(), SignedNow.BODY, signed)).isEqualTo(YES);
        assertThat(withPublicKey(signed.shown(), SignedNow.BODY + " ", signed))
                .isEqualTo("refused");
        assertThat(withPublicKey(another, SignedNow.BODY, signed)).isEqualTo("refused");
        assertThat(withPublicKey(signed.shown(), SignedNow.BODY, signed.at(TOO_LONG)))
                .isEqualTo("refused");
    }
}
