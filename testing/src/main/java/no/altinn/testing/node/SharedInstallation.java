package no.altinn.testing.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Something that is installed once for all who need it on this machine, which may be tests of
 * several modules at the same time.
 *
 * @param home where it is installed, and where it is noted who installs it just now
 * @param version the name of its folder there
 */
record SharedInstallation(Path home, String version) {
    /** Installs it. */
    interface Installer {
        /** Installs it into a folder, in which something may be left of an attempt before. */
        void installInto(Path folder) throws IOException;
    }

    /**
     * The folder it is installed in. Who comes while another process installs it waits for that.
     *
     * @throws IOException if it could not be installed
     */
    Path installedBy(Installer installer) throws IOException {
        Path folder = home.resolve(version);
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(home);
        try (FileChannel turn =
                FileChannel.open(
                        home.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            // Closing it ends the turn, and so does the end of a process that was killed.
            turn.lock();
            if (!Files.exists(folder)) {
                install(installer, folder);
            }
        }
        return folder;
    }

    /** What is left behind when it is stopped halfway must not be taken for the whole. */
    private void install(Installer installer, Path folder) throws IOException {
        Path halfway = Files.createDirectories(home.resolve("installing"));
        installer.installInto(halfway);
        Files.move(halfway, folder);
    }
}
