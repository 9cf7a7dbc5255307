package no.altinn.local.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.local.web.OwnPages;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;

import org.eclipse.jetty.server.Handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guides of the repository as they are written: the files of its folder {@code docs}. */
public final class Guides {
    private static final int MOST_GUIDES = 100;
    private static final long MOST_BYTES = 1024 * 1024;
    private static final String END = ".md";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern TITLE = Pattern.compile("^# (.+)$", Pattern.MULTILINE);

    private final Path folder;

    /**
     * @param home the repository's folder
     */
    public Guides(Path home) {
        this.folder = home.resolve("docs");
    }

    /** Serves {@code GET /local/guides} and {@code /local/guides/{name}}. */
    public Handler handler() {
        return Endpoints.builder()
                .get("/local/guides", OwnPages.only(request -> list()))
                .route(
                        "GET",
                        "/local/guides/{name}",
                        OwnPages.only((request, path) -> one(path.get("name"))))
                .build();
    }

    /** Where there are no guides, the list is empty. */
    private Answer list() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("guides");
        names().forEach(name -> list.addObject().put("name", name).put("title", title(name)));
        return Answers.json(json.toString());
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(END))
                    .map(file -> file.substring(0, file.length() - END.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .limit(MOST_GUIDES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String title(String name) {
        Matcher title = TITLE.matcher(text(name));
        return title.find() ? title.group(1) : name;
    }

    private Answer one(String name) {
        if (!names().contains(name)) {
            throw Problem.of(404, "There is no such guide.");
        }
        return Answer.text(200, text(name));
    }

    private String text(String name) {
        Path file = folder.resolve(name + END);
        try {
            return Files.size(file) > MOST_BYTES ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
