package no.altinn.platform.page;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.EntityTags;
import no.altinn.platform.http.Request;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fixed list of files. Browsers ask each time whether a file is still the same, since another
 * edition may answer at the same address tomorrow. Immutable.
 */
public final class PageFiles {
    /** What the pages of the platform share: their style, their elements and their icon. */
    private static final List<String> SHARED = List.of("page.css", "dom.js", "icon.svg");

    /** A file with the tag of its content. */
    private record Tagged(PageFile file, String tag) {
        static Tagged of(PageFile file) {
            return new Tagged(
                    file,
                    EntityTags.of(
                            file.type().name(), file.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final Map<String, Tagged> files;

    private PageFiles(Collection<PageFile> files) {
        this.files =
                files.stream()
                        .map(Tagged::of)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        tagged -> tagged.file().name(), Function.identity()));
    }

    /**
     * Files together with those that the pages of the platform share: {@code page.css}, {@code
     * dom.js} and {@code icon.svg}.
     *
     * @param own the page's own files, of other names
     */
    public static PageFiles withShared(Collection<PageFile> own) {
        return new PageFiles(
                Stream.concat(
                                own.stream(),
                                SHARED.stream().map(name -> PageFile.beside(PageFiles.class, name)))
                        .toList());
    }

    /** The names of all files. */
    public Set<String> names() {
        return files.keySet();
    }

    /**
     * A file, or 304 for a client that has it.
     *
     * @param name the file's name, exactly
     * @return empty if no file has the name
     */
    public Optional<Answer> answer(String name, Request request) {
        return Optional.ofNullable(files.get(name)).map(tagged -> answer(tagged, request));
    }

    private static Answer answer(Tagged tagged, Request request) {
        boolean isKnown =
                request.header("If-None-Match")
                        .filter(list -> EntityTags.isAmong(list, tagged.tag()))
                        .isPresent();
        Answer answer =
                isKnown
                        ? Answer.empty(304)
                        : Answer.of(200, tagged.file().type(), tagged.file().text());
        return answer.with("ETag", tagged.tag())
                .with("Cache-Control", "no-cache")
                .with("X-Content-Type-Options", "nosniff");
    }
}
