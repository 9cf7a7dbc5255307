package no.altinn.platform.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a help page loads, each from beside the page. */
enum HelpFile {
    CLIENT("swagger-ui-bundle.js", "text/javascript", true),
    CLIENT_STYLE("swagger-ui.css", "text/css", true),
    SCRIPT("help.js", "text/javascript", false),
    STYLE("help.css", "text/css", false),
    ICON("help.svg", "image/svg+xml", false);

    private final String file;
    private final String mediaType;
    private final boolean isSwaggerUis;

    HelpFile(String file, String mediaType, boolean isSwaggerUis) {
        this.file = file;
        this.mediaType = mediaType;
        this.isSwaggerUis = isSwaggerUis;
    }

    /** The file of a name, in any case. */
    static Optional<HelpFile> named(String name) {
        return Arrays.stream(values()).filter(some -> some.file.equalsIgnoreCase(name)).findFirst();
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
        return isSwaggerUis ? SwaggerUi.text(file) : Resources.text(file);
    }
}
