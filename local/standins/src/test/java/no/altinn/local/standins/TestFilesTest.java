package no.altinn.local.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.LoopHealth;
import no.altinn.local.testdata.FilePlaces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class TestFilesTest {
    private final Clock clock = Clock.systemUTC();
    @TempDir private Path folder;

    private TestFiles open() {
        return new TestFiles(
                new FilePlaces(TestFiles.POLICIES, List.of(policies()), true),
                new FilePlaces(TestFiles.PARTIES, List.of(), true),
                new LoopHealth(clock),
                clock);
    }

    private Path policies() {
        return folder.resolve(TestFiles.POLICIES);
    }

    private void permit(String caller, String subject) throws IOException {
        Files.writeString(
                policies(),
                """
                {"rules": [{"caller": "%s", "actions": ["read"], "resources": ["*"], "subject": "%s"}]}
                """
                        .formatted(caller, subject));
    }

    @Test
    void aCallerAndASubjectThatThePartiesLackAreTold() throws IOException {
        permit("org:tdd", "/organisation/310000009");

        try (TestFiles files = open()) {
            assertThat(files.faults())
                    .containsExactly(
                            policies()
                                    + " names callers or subjects that parties.json of the jar"
                                    + " lacks: org:tdd, /organisation/310000009");
        }
    }

    @Test
    void theyAreToldUntilTheFileIsCorrected() throws IOException {
        permit("org:tdd", "any");
        try (TestFiles files = open()) {
            permit("org:ttd", "any");

            await().untilAsserted(() -> assertThat(files.faults()).isEmpty());
        }
    }

    @Test
    void theFilesOfTheJarAgree() {
        try (TestFiles files = open()) {
            assertThat(files.faults()).isEmpty();
        }
    }
}
