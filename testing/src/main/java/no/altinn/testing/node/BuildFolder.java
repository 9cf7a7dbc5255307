package no.altinn.testing.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that what was built for all modules goes to. */
public final class BuildFolder {
    private BuildFolder() {}

    /**
     * {@code target} in the project's topmost folder, which has Maven's own mark; in the module
     * itself where no folder has it.
     *
     * @param module the folder that the tests run in
     */
    public static Path of(Path module) {
        return Stream.iterate(module.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElse(module.toAbsolutePath())
                .resolve("target");
    }
}
