package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/** What the guide tells receivers in Java to do finds our requests genuine, and no others. */
final class VerifyInJavaTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(310);

    @TempDir Path folder;

    @Nested
    final class WithASecret {
        private CompiledProgram program;

        @BeforeEach
        void compile() throws Exception {
            program =
                    new CompiledProgram(
                            folder,
                            "Verification",
                            Guide.program("java", "import com.standardwebhooks.Webhook;"));
        }

        @AfterEach
        void close() throws Exception {
            program.close();
        }

        private void verify(String secret, String body, SignedNow signed) throws Exception {
            program.call("verify", secret, body, signed.headerLists());
        }

        @Test
        void ourRequestIsVerified() {
            SignedNow signed = new SignedNow(Scheme.V1);

            assertThatCode(() -> verify(signed.shown(), SignedNow.BODY, signed))
                    .doesNotThrowAnyException();
        }

        @Test
        void theOldSecretVerifiesWhileItSignsAlong() {
            SignedNow signed = new SignedNow(Scheme.V1);
            String old = signed.shown();
            signed.rotate(Scheme.V1).rotate(Scheme.V1A).rotate(Scheme.V1);

            assertThatCode(() -> verify(old, SignedNow.BODY, signed)).doesNotThrowAnyException();
            assertThatCode(() -> verify(signed.shown(), SignedNow.BODY, signed))
                    .doesNotThrowAnyException();
        }

        @Test
        void whatIsChangedOldOrAnothersIsRefused() {
            SignedNow signed = new SignedNow(Scheme.V1);
            String another = new SignedNow(Scheme.V1).shown();

            assertRefused(signed.shown(), SignedNow.BODY + " ", signed);
            assertRefused(another, SignedNow.BODY, signed);
            assertRefused(signed.shown(), SignedNow.BODY, signed.at(TOO_LONG));
            assertRefused(signed.shown(), SignedNow.BODY, signed.at(TOO_LONG.negated()));
        }

        private void assertRefused(String secret, String body, SignedNow signed) {
            assertThatThrownBy(() -> verify(secret, body, signed))
                    .hasCauseInstanceOf(WebhookVerificationException.class);
        }
    }

    @Nested
    final class WithAPublicKey {
        private CompiledProgram program;

        @BeforeEach
        void compile() throws Exception {
            program =
                    new CompiledProgram(
                            folder,
                            "PublicVerification",
                            Guide.program("java", "final class PublicVerification"));
        }

        @AfterEach
        void close() throws Exception {
            program.close();
        }

        private boolean isVerified(String publicKey, String body, SignedNow signed)
                throws ReflectiveOperationException {
            return (boolean)
                    program.call(
                            "isVerified",
                            publicKey,
                            body,
                            signed.header("webhook-id"),
                            signed.header("webhook-timestamp"),
                            signed.header("webhook-signature"));
        }

        @Test
        void ourRequestIsVerified() throws ReflectiveOperationException {
            SignedNow signed = new SignedNow(Scheme.V1A);

            assertThat(isVerified(signed.shown(), SignedNow.BODY, signed)).isTrue();
        }

        @Test
        void theOldKeyVerifiesWhileItSignsAlong() throws ReflectiveOperationException {
            SignedNow signed = new SignedNow(Scheme.V1A);
            String old = signed.shown();
            signed.rotate(Scheme.V1).rotate(Scheme.V1A);

            assertThat(isVerified(old, SignedNow.BODY, signed)).isTrue();
            assertThat(isVerified(signed.shown(), SignedNow.BODY, signed)).isTrue();
        }

        @Test
        void whatIsChangedOldOrAnothersIsRefused() throws ReflectiveOperationException {
            SignedNow signed = new SignedNow(Scheme.V1A);
            String another = new SignedNow(Scheme.V1A).shown();

            assertThat(isVerified(signed.shown(), SignedNow.BODY + " ", signed)).isFalse();
            assertThat(isVerified(another, SignedNow.BODY, signed)).isFalse();
            assertThat(isVerified(signed.shown(), SignedNow.BODY, signed.at(TOO_LONG))).isFalse();
        }
    }
}
