package no.altinn.acceptance.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Bruno's language: blocks, each with a name and with lines that are indented by two
 * blanks. Immutable.
 *
 * @param blocks the lines of each block, without the indentation, by its name
 */
record BruFile(Map<String, String> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)\\s*^([a-z:-]+) [{\\[]\\n(.*?)^[}\\]]$\\s*");
    private static final Pattern PAIR = Pattern.compile("(\\S+):(?: (.*))?");
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it has something outside of blocks
     */
    static BruFile read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The same of a text. */
    static BruFile of(String text) {
        Map<String, String> blocks = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(text);
        int end = 0;
        while (block.find() && block.start() == end) {
            blocks.put(block.group(1), block.group(2).replaceAll("(?m)^ {2}", "").strip());
            end = block.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException("No block begins at: " + text.substring(end));
        }
        return new BruFile(blocks);
    }

    /** The lines of a block; empty if there is no such block. */
    String text(String block) {
        return blocks.getOrDefault(block, "");
    }

    /**
     * A block's lines of the form {@code name: value}, in their order.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    Map<String, String> pairs(String block) {
        Map<String, String> pairs = new LinkedHashMap<>();
        text(block).lines().filter(line -> !line.isEmpty()).forEach(line -> put(pairs, line));
        return pairs;
    }

    private static void put(Map<String, String> pairs, String line) {
        Matcher pair = PAIR.matcher(line);
        if (!pair.matches()) {
            throw new IllegalArgumentException("No name and value: " + line);
        }
        pairs.put(pair.group(1), pair.group(2) == null ? "" : pair.group(2));
    }

    /** What a reader sees it by. */
    String name() {
        return pairs("meta").get("name");
    }

    /** Its place beside the others of its folder. */
    int place() {
        return Integer.parseInt(pairs("meta").getOrDefault("seq", "0"));
    }

    /** The method of the request, which is the name of a block, too. */
    String method() {
        return METHODS.stream().filter(blocks::containsKey).findFirst().orElseThrow();
    }

    /** The request's address. */
    String url() {
        return pairs(method()).get("url");
    }
}
