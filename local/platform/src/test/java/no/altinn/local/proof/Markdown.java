package no.altinn.local.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a Markdown text holds. */
final class Markdown {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N}_ -]");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    /**
     * A fenced block.
     *
     * @param language what stands behind the fence
     * @param text the lines between the fences, each with its end
     */
    record Block(String language, String text) {}

    private final String text;

    Markdown(String text) {
        this.text = text;
    }

    /**
     * The part below a heading of the second level.
     *
     * @throws IllegalArgumentException if there is no such heading
     */
    Markdown section(String heading) {
        Matcher section =
                Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)")
                        .matcher(text);
        if (!section.find()) {
            throw new IllegalArgumentException("No section is called " + heading);
        }
        return new Markdown(section.group(1));
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    /** What its links outside of blocks lead to. */
    List<String> links() {
        return LINK.matcher(withoutBlocks()).results().map(link -> link.group(1)).toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    Set<String> anchors() {
        return HEADING.matcher(withoutBlocks())
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String withoutBlocks() {
        return BLOCK.matcher(text).replaceAll("");
    }
}
