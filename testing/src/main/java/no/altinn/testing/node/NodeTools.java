package no.altinn.testing.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Packages of npm, by a lock with their checksums, and the tools in them. They are installed in the
 * build's folder, once for all modules, from npm's cache where they are there; no script of a
 * package is run. Immutable.
 */
public final class NodeTools {
    private static final Duration INSTALLING = Duration.ofMinutes(5);

    private final Path modules;

    /**
     * @param folder where npm installed them
     */
    NodeTools(Path folder) {
        this.modules = folder.resolve("node_modules");
    }

    /**
     * Installs what is missing.
     *
     * @param name of the folder in the build's folder
     * @param owner the class that {@code package.json} and {@code package-lock.json} lie beside
     * @throws NodeMissing if this machine has no Node that is new enough, or npm cannot install
     *     them
     */
    public static NodeTools installed(String name, Class<?> owner) {
        NodeVersion.require();
        LockedPackages packages = new LockedPackages(owner);
        Path home = BuildFolder.of(Path.of("")).resolve(name);
        try {
            return new NodeTools(
                    new SharedInstallation(home, packages.name())
                            .installedBy(folder -> install(packages, folder)));
        } catch (IOException e) {
            throw new NodeMissing("npm's packages of %s cannot be kept".formatted(name), e);
        }
    }

    private static void install(LockedPackages packages, Path folder) throws IOException {
        packages.copyTo(folder);
        ToolRun npm =
                new ToolRun(
                                List.of(
                                        "npm",
                                        "ci",
                                        "--prefix",
                                        folder.toString(),
                                        "--prefer-offline",
                                        "--ignore-scripts",
                                        "--no-audit",
                                        "--no-fund",
                                        "--fetch-retries=1"))
                        .within(INSTALLING);
        try {
            ToolResult result = npm.run();
            if (result.status() != 0) {
                throw new NodeMissing("npm could not install its packages: " + result.output());
            }
        } catch (ToolRun.NotStarted e) {
            throw new NodeMissing("There is no npm on this machine", e);
        } catch (ToolRun.TooSlow e) {
            throw new NodeMissing("npm was too slow", e);
        }
    }

    /**
     * The file that a tool is started by.
     *
     * @param tool as one types it, for example {@code newman}
     * @throws IllegalArgumentException if no package has it
     */
    public Path bin(String tool) {
        return existing(modules.resolve(".bin").resolve(tool), "tool " + tool);
    }

    /**
     * The folder of a package.
     *
     * @param name for example {@code axe-core}, {@code @usebruno/cli}
     * @throws IllegalArgumentException if it is not installed
     */
    public Path module(String name) {
        return existing(modules.resolve(name), "package " + name);
    }

    private Path existing(Path path, String what) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("There is no %s in %s".formatted(what, modules));
        }
        return path;
    }

    /** A tool with arguments, which runs where this process does and for two minutes at most. */
    public ToolRun tool(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", bin(tool).toString()));
        command.addAll(List.of(arguments));
        return new ToolRun(command);
    }

    /** A script, which runs where this process does and for two minutes at most. */
    public ToolRun script(Path script) {
        return new ToolRun(List.of("node", script.toString()));
    }
}
