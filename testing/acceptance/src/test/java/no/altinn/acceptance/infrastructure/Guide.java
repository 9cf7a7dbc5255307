package no.altinn.acceptance.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A page of the documents that operators follow. Immutable.
 *
 * @param name the path of the page below the documents' folder
 * @param text all of it
 */
record Guide(String name, String text) {
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w+)\\n(.*?)^ *```$");
    private static final Pattern CELL = Pattern.compile("\\s*(?<!\\\\)\\|\\s*");

    /**
     * Reads a page.
     *
     * @throws UncheckedIOException if there is none
     */
    static Guide read(String name) {
        try {
            return new Guide(name, Files.readString(ROOT.resolve("docs").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of a language, in order. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(block -> block.group(3))
                .toList();
    }

    /**
     * The rows of the only table whose head begins so, without the head: the first cell, then the
     * others.
     *
     * @throws IllegalArgumentException if there is no such table, or there are several
     */
    Map<String, List<String>> table(String head) {
        List<String> starts = text.lines().filter(line -> line.startsWith(head)).toList();
        if (starts.size() != 1) {
            throw new IllegalArgumentException(
                    "%s has %d tables that begin with %s".formatted(name, starts.size(), head));
        }
        Map<String, List<String>> rows = new TreeMap<>();
        text.lines()
                .dropWhile(line -> !line.startsWith(head))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Guide::cells)
                .forEach(cells -> rows.put(cells.get(0), cells.subList(1, cells.size())));
        return rows;
    }

    private static List<String> cells(String row) {
        String inner = row.strip().substring(1);
        return Arrays.stream(CELL.split(inner, -1))
                .map(String::strip)
                .limit(Arrays.stream(CELL.split(inner, -1)).count() - 1)
                .toList();
    }

    /** The head of the same table: the environments, for example. */
    List<String> head(String start) {
        List<String> cells =
                text.lines()
                        .filter(line -> line.startsWith(start))
                        .findFirst()
                        .map(Guide::cells)
                        .orElseThrow();
        return cells.subList(1, cells.size());
    }
}
