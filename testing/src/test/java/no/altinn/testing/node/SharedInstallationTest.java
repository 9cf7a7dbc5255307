package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

class SharedInstallationTest {
    @TempDir private Path folder;
    private final AtomicInteger installed = new AtomicInteger();
    private SharedInstallation installation;

    @BeforeEach
    void choose() {
        installation = new SharedInstallation(folder.resolve("target/tool"), "1.0");
    }

    private void install(Path into) throws IOException {
        installed.incrementAndGet();
        Files.writeString(into.resolve("main"), "whole");
    }

    @Test
    void whoComesSecondFindsItInstalled() throws IOException {
        Path first = installation.installedBy(this::install);
        Path second = installation.installedBy(this::install);

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("main")).hasContent("whole");
        assertThat(installed).hasValue(1);
    }

    @Test
    void anotherVersionIsInstalledBesideIt() throws IOException {
        Path first = installation.installedBy(this::install);
        Path other = new SharedInstallation(installation.home(), "2.0").installedBy(this::install);

        assertThat(first.resolve("main")).exists();
        assertThat(other.resolve("main")).exists();
        assertThat(installed).hasValue(2);
    }

    @Test
    void whatWasLeftHalfwayIsNotTakenForTheWhole() throws IOException {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                installation.installedBy(
                                        into -> {
                                            Files.writeString(into.resolve("main"), "half");
                                            throw new IOException("stopped");
                                        }));

        assertThat(installation.installedBy(this::install).resolve("main")).hasContent("whole");
    }

    @Test
    void nobodyElseInstallsItMeanwhile() throws IOException {
        installation.installedBy(
                into -> {
                    try (FileChannel other =
                            FileChannel.open(
                                    installation.home().resolve("lock"),
                                    StandardOpenOption.WRITE)) {
                        assertThatExceptionOfType(OverlappingFileLockException.class)
                                .isThrownBy(other::tryLock);
                    }
                    install(into);
                });

        assertThat(installed).hasValue(1);
    }
}
