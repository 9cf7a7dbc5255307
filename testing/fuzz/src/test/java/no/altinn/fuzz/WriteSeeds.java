package no.altinn.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of all targets where the fuzzer reads them: a folder for each target. */
public final class WriteSeeds {
    private WriteSeeds() {}

    /**
     * Writes them.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        for (Target target : Targets.all()) {
            Path folder = Path.of(arguments[0], target.name());
            Files.createDirectories(folder);
            for (int i = 0; i < target.seeds().size(); i++) {
                Files.writeString(
                        folder.resolve("seed-" + i), target.seeds().get(i), StandardCharsets.UTF_8);
            }
        }
    }
}
