package no.altinn.local.proof;

import static no.altinn.local.proof.SmallHouse.COMPILER;
import static no.altinn.local.proof.SmallHouse.JAVA;
import static no.altinn.local.proof.SmallHouse.MAVEN;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the script builds before it starts the platform, and what it leaves as it is. */
@Timeout(60)
@Tag("proof")
final class RunLocalBuildTest {
    private static final String SOURCE = "shared/src/main/java/A.java";
    private static final String FIRST = "class A {}";
    private static final String SECOND = "class A { int b; }";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir private Path home;
    private SmallHouse house;

    @BeforeEach
    void build() throws Exception {
        house = SmallHouse.in(home);
    }

    @Test
    void theFirstRunFindsTheLibrariesCompilesAndStarts() throws Exception {
        assertThat(house.run())
                .containsSubsequence(MAVEN, "  Shared 1.0 [1/2]", COMPILER)
                .noneMatch(line -> line.contains("\033["))
                .endsWith(FIRST);
    }

    @Test
    void whatHasNotChangedIsNotBuiltAgain() throws Exception {
        house.run();
        List<String> second = house.run();
        assertThat(second).hasSize(2).last().isEqualTo(FIRST);
        assertThat(second.get(0)).startsWith(JAVA);
    }

    @Test
    void aChangedSourceIsCompiledOnceAndWithoutMaven() throws Exception {
        house.run();
        house.write(SOURCE, SECOND);
        assertThat(house.run()).contains(COMPILER).doesNotContain(MAVEN).endsWith(SECOND);
        assertThat(house.run()).doesNotContain(COMPILER).endsWith(SECOND);
    }

    @Test
    void aChangedSourceIsCompiledWhateverItsTime() throws Exception {
        house.run();
        Files.setLastModifiedTime(house.write(SOURCE, SECOND), LONG_AGO);
        assertThat(house.run()).contains(COMPILER).endsWith(SECOND);
    }

    @Test
    void aCheckoutOfWhatWasBuiltBeforeRunsItAtOnce() throws Exception {
        house.run();
        house.write(SOURCE, SECOND);
        house.run();
        house.write(SOURCE, FIRST);
        assertThat(house.run()).doesNotContain(COMPILER, MAVEN).endsWith(FIRST);
    }

    @Test
    void aSourceThatWasRemovedIsCompiledWithout() throws Exception {
        Path other = house.write("local/host/src/main/java/B.java", "class B {}");
        assertThat(house.run()).contains("class B {}");
        Files.delete(other);
        assertThat(house.run()).contains(COMPILER).doesNotContain("class B {}");
    }

    @Test
    void aSourceThatWasRenamedIsCompiledByItsNewName() throws Exception {
        house.run();
        Files.move(house.path(SOURCE), house.path("shared/src/main/java/B.java"));
        assertThat(house.run()).contains(COMPILER);
    }

    @Test
    void testsAndResourcesAreNoReasonToCompile() throws Exception {
        house.run();
        house.write("shared/src/test/java/ATest.java", "class ATest {}");
        house.write("shared/src/main/resources/page", "text");
        assertThat(house.run()).doesNotContain(COMPILER, MAVEN);
    }

    @Test
    void aChangedBuildFileIsReadByMavenAndAllIsCompiledAgain() throws Exception {
        house.run();
        house.write("local/platform/pom.xml", "<project/>");
        assertThat(house.run()).containsSubsequence(MAVEN, COMPILER);
        assertThat(house.run()).doesNotContain(COMPILER, MAVEN);
    }

    @Test
    void aLibraryThatIsGoneIsLookedUpAgain() throws Exception {
        house.run();
        Files.delete(house.path("lib/a.jar"));
        assertThat(house.run()).contains(MAVEN).doesNotContain(COMPILER);
    }

    @Test
    void whatDoesNotCompileIsNotStartedAtTheNextRunEither() throws Exception {
        house.run();
        house.write(SOURCE, "broken");
        for (int run = 0; run < 2; run++) {
            SmallHouse.Run broken = house.tryToRun();
            assertThat(broken.exitCode()).isNotZero();
            assertThat(broken.lines())
                    .contains(COMPILER, "broken")
                    .noneMatch(line -> line.startsWith(JAVA));
        }
        assertThat(built("new-")).isEmpty();
        house.write(SOURCE, FIRST);
        assertThat(house.run()).doesNotContain(COMPILER).endsWith(FIRST);
    }

    @Test
    void aFaultThatMavenFindsIsToldInFullAndStartsNothing() throws Exception {
        house.run();
        house.write("pom.xml", "broken");
        SmallHouse.Run broken = house.tryToRun();
        assertThat(broken.exitCode()).isNotZero();
        assertThat(broken.lines())
                .endsWith("[ERROR] no such library", "  at its second line")
                .noneMatch(line -> line.contains("[INFO]") || line.contains("[WARNING]"))
                .noneMatch(line -> line.startsWith(JAVA));
    }

    @Test
    void aSourceThatIsEditedWhileItIsCompiledIsCompiledAgain() throws Exception {
        house.write("meanwhile", SECOND);
        assertThat(house.run()).containsSubsequence(COMPILER, COMPILER).endsWith(SECOND);
        house.write(SOURCE, FIRST);
        assertThat(house.run()).contains(COMPILER).endsWith(FIRST);
    }

    @Test
    void fiveBuildsAreKept() throws Exception {
        for (int change = 0; change < 7; change++) {
            house.write(SOURCE, "class A { int b" + change + "; }");
            house.run();
        }
        assertThat(built("classes-")).hasSize(5);
    }

    private List<String> built(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(house.path("local/platform/target/run-local"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }
    }
}
