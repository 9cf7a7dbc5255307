package no.altinn.platform.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a help page loads, each from beside the page. */
enum HelpFile {
    CLIENT("swagger-ui-bundle.js", "text/javascript", SwaggerUi::text),
    CLIENT_STYLE("swagger-ui.css", "text/css", SwaggerUi::text),
    SCRIPT("help.js", "text/javascript", Resources::text),
    STYLE("help.css", "text/css", Resources::text),
    ICON("help.svg", "image/svg+xml", Resources::text);

    private final String file;
    private final String mediaType;
    private final Function<String, String> source;

    HelpFile(String file, String mediaType, Function<String, String> source) {
        this.file = file;
        this.mediaType = mediaType;
        this.source = source;
    }

    /** The file of a name, in any case. */
    static Optional<HelpFile> named(String name) {
        return Arrays.stream(values())
                .filter(some -> some.file.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The files that are this package's own. */
    static List<HelpFile> own() {
        return List.of(SCRIPT, STYLE, ICON);
    }

    String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** Read anew each time: it is large, and browsers keep it. */
    String text() {
        return source.apply(file);
    }
}
