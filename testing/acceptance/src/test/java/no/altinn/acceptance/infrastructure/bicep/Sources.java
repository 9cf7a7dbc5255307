package no.altinn.acceptance.infrastructure.bicep;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files by their paths. A file of Bicep is read once. Not safe for use by several threads at once.
 */
public final class Sources {
    private final Map<String, String> texts;
    private final Map<String, BicepFile> read = new HashMap<>();

    /**
     * @param texts what is in each file, by its path, parts of which are separated by slashes
     */
    public Sources(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String path) {
        if (!texts.containsKey(path)) {
            throw new IllegalArgumentException("There is no file " + path);
        }
        return texts.get(path);
    }

    BicepFile bicep(String path) {
        return read.computeIfAbsent(path, name -> BicepFile.read(name, text(name)));
    }

    /** A path that a file names, which is relative to that file. */
    static String resolve(String file, String path) {
        return Path.of(file).resolveSibling(path).normalize().toString();
    }
}
