package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.Required;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Bicep files fit each other and Azure's schemas, and the check that says so finds faults. It
 * needs Node; where there is none the tests are skipped and say so, but fail with {@code CI=true}.
 */
class InfraBicepTest {
    private static final Logger LOG = LoggerFactory.getLogger(InfraBicepTest.class);
    private static final Path CHECK = Path.of("../../infra-bicep/check/run").toAbsolutePath();
    // As the check's first lines tell.
    private static final int CANNOT_RUN_HERE = 69;

    @TempDir Path folder;

    @Test
    void theBicepFilesAreWhatAzuresSchemasTake() throws IOException, InterruptedException {
        run("check");
    }

    @Test
    void theCheckRefusesWhatIsWrong() throws IOException, InterruptedException {
        run("test");
    }

    private void run(String script) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        int status = status(script, output);
        String said = Files.readString(output);
        if (status == CANNOT_RUN_HERE) {
            LOG.warn("infra-bicep is not checked: {}", said.strip());
        }
        new Required(System.getenv()).thatThereIs(status != CANNOT_RUN_HERE, said);

        assertThat(status).as(said).isZero();
    }

    private static int status(String script, Path output) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(List.of(CHECK.toString(), script))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The check did not end within 3 minutes");
            }
            return process.exitValue();
        } catch (IOException e) {
            LOG.warn("infra-bicep is not checked: there is no shell to run it: {}", e.getMessage());
            return CANNOT_RUN_HERE;
        }
    }
}
