package no.altinn.platform.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Classes that are needed soon, by name. Loading them takes most of a cold start and runs beside
 * other work; initialising them could not, so the first use initialises them. Immutable.
 *
 * @param names in the order in which they will be needed; one that is not there does no harm
 * @param loader knows them
 */
public record ClassList(List<String> names, ClassLoader loader) {

    /** Keeps a copy of the names. */
    public ClassList {
        names = List.copyOf(names);
    }

    /**
     * The list that is kept as a resource beside a class, and is known to its loader.
     *
     * @param resource a text with one name a line
     * @throws IllegalArgumentException if there is no such resource
     */
    public static ClassList beside(Class<?> type, String resource) {
        try (InputStream text = type.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalArgumentException("No resource " + resource + " beside " + type);
            }
            String names = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return new ClassList(names.lines().toList(), type.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads the classes.
     *
     * @return how many there are; the others are left to those who need them, to tell why not
     */
    public int load() {
        int loaded = 0;
        for (String name : names) {
            loaded += isLoaded(name) ? 1 : 0;
        }
        return loaded;
    }

    private boolean isLoaded(String name) {
        try {
            loader.loadClass(name);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
