package no.altinn.platform.app;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A function app in the folder that the build stages it in, as it is deployed. */
public final class StagedApp {
    private static final String REGISTRATION =
            "META-INF/services/" + FunctionInstanceInjector.class.getName();

    private final Path folder;

    private StagedApp(Path folder) {
        this.folder = folder;
    }

    /** The one that the build has just staged; it says where. */
    public static StagedApp fromBuild() {
        return new StagedApp(
                Path.of(
                        Objects.requireNonNull(
                                System.getProperty("staged.app"),
                                "Only mvn verify stages an app and tells where it is")));
    }

    /** Each function's {@code function.json} by the function's name. */
    Map<String, JsonNode> functions() {
        return list(folder)
                .filter(path -> Files.exists(path.resolve("function.json")))
                .collect(
                        toMap(
                                path -> path.getFileName().toString(),
                                path -> function(path.getFileName().toString()),
                                (one, other) -> one,
                                TreeMap::new));
    }

    /** A function's {@code function.json}. */
    public JsonNode function(String name) {
        return json(folder.resolve(name).resolve("function.json"));
    }

    /** The app's {@code host.json}. */
    JsonNode host() {
        return json(folder.resolve("host.json"));
    }

    /** A file by its path from a function's folder, as {@code scriptFile} has it. */
    Path file(String function, String path) {
        return folder.resolve(function).resolve(path).normalize();
    }

    /** The library that holds the app itself. */
    Path ownLibrary() {
        List<Path> own = list(folder).filter(path -> path.toString().endsWith(".jar")).toList();
        if (own.size() != 1) {
            throw new AssertionError("One library beside the functions, not " + own);
        }
        return own.get(0);
    }

    /** The injectors that the worker finds, by the names of their classes; it takes one alone. */
    public List<String> injectors() {
        List<String> injectors = new ArrayList<>();
        for (Path library : libraries()) {
            try (JarFile jar = new JarFile(library.toFile())) {
                ZipEntry registration = jar.getEntry(REGISTRATION);
                if (registration != null) {
                    byte[] names = jar.getInputStream(registration).readAllBytes();
                    new String(names, StandardCharsets.UTF_8).lines().forEach(injectors::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return injectors;
    }

    /** Every library, and the app's own. */
    public List<Path> libraries() {
        return Stream.concat(list(folder), list(folder.resolve("lib")))
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
    }

    /** Where each class is, by its path in the libraries: in one of them, if all is well. */
    Map<String, List<String>> classes() {
        Map<String, List<String>> classes = new HashMap<>();
        for (Path library : libraries()) {
            String name = library.getFileName().toString();
            try (JarFile jar = new JarFile(library.toFile())) {
                jar.stream()
                        .map(entry -> entry.getRealName())
                        .filter(entry -> entry.endsWith(".class"))
                        // Made for other versions of Java, or not part of the class path at all.
                        .filter(entry -> !entry.startsWith("META-INF/"))
                        .filter(entry -> !entry.endsWith("module-info.class"))
                        .forEach(
                                entry ->
                                        classes.computeIfAbsent(entry, key -> new ArrayList<>())
                                                .add(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return classes;
    }

    /** What a library holds, by its paths. */
    static List<String> files(Path library) {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much is uploaded, in bytes; libraries are packed already. */
    long bytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(StagedApp::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
