package no.altinn.acceptance.infrastructure;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.acceptance.infrastructure.bicep.Sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The files that environments are deployed from. Immutable, but for what it remembers: not safe for
 * use by several threads at once.
 */
final class Infrastructure {
    private static final Path ROOT = Path.of("..", "..");
    private static final String FOLDER = "infra-bicep";
    // Modules, parameters and policies. Deeper there is only what tools leave.
    private static final int DEEPEST = 2;
    private static final String MAIN = FOLDER + "/main.bicep";
    private static final String GUIDE = "docs/deploy.md";

    private final Map<String, String> files;
    private final Map<String, Deployment> deployments = new TreeMap<>();

    private Infrastructure(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** The files of this repository. */
    static Infrastructure ofRepository() {
        try (Stream<Path> found = Files.walk(ROOT.resolve(FOLDER), DEEPEST)) {
            Map<String, String> files = new HashMap<>();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(file).toString(), Files.readString(file));
            }
            files.put(GUIDE, Files.readString(ROOT.resolve(GUIDE)));
            return new Infrastructure(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same files with another text in one of them.
     *
     * @throws IllegalArgumentException if the text to be replaced is not there
     */
    Infrastructure with(String file, String from, String to) {
        String before = text(file);
        if (!before.contains(from)) {
            throw new IllegalArgumentException("%s does not contain: %s".formatted(file, from));
        }
        Map<String, String> changed = new HashMap<>(files);
        changed.put(file, before.replace(from, to));
        return new Infrastructure(changed);
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException if there is none
     */
    String text(String file) {
        return new Sources(files).text(file);
    }

    /** The steps that an operator takes. */
    String guide() {
        return text(GUIDE);
    }

    /** The files whose names end with this text. */
    List<String> named(String ending) {
        return files.keySet().stream().filter(file -> file.endsWith(ending)).toList();
    }

    /** The deployment of each parameter file. */
    List<Deployment> environments() {
        if (deployments.isEmpty()) {
            Sources sources = new Sources(files);
            named(".bicepparam")
                    .forEach(file -> deployments.put(file, Deployment.of(sources, MAIN, file)));
        }
        return List.copyOf(deployments.values());
    }

    /** The same, if environments had the longest names that they may have. */
    Deployment withLongestNames() {
        return Deployment.withLongestTexts(new Sources(files), MAIN, named(".bicepparam").get(0));
    }

    /** The deployment after the code. */
    Deployment subscription() {
        return Deployment.of(new Sources(files), FOLDER + "/event-subscription.bicep");
    }

    /** All deployments. */
    List<Deployment> deployments() {
        return Stream.concat(environments().stream(), Stream.of(subscription())).toList();
    }

    /** The faults that a check finds in every deployment. */
    List<String> inEach(BiFunction<Deployment, Deployed, Stream<String>> faults) {
        return deployments().stream()
                .flatMap(
                        deployment ->
                                deployment.resources().stream()
                                        .flatMap(one -> faults.apply(deployment, one)))
                .toList();
    }

    /** The same of resources of one type, told with the name of the deployment and the resource. */
    List<String> inEach(String type, BiFunction<Deployment, Deployed, Stream<String>> faults) {
        return inEach(
                (deployment, one) ->
                        one.type().equals(type)
                                ? faults.apply(deployment, one)
                                        .map(
                                                why ->
                                                        "%s: %s: %s"
                                                                .formatted(
                                                                        deployment.name(),
                                                                        one,
                                                                        why))
                                : Stream.empty());
    }
}
