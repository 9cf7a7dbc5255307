package no.altinn.rest.endpoint.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.rest.catalogue.Catalogue;
import no.altinn.rest.door.Content;
import no.altinn.rest.door.Prepared;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.Visit;
import no.altinn.rest.language.Language;
import no.altinn.rest.representation.Format;

import java.util.function.Function;

/**
 * Replies about the catalogue, written and tagged once for each language and representation, and
 * kept until the catalogue changes: 16 Mi characters of them. Thread-safe.
 */
public final class KeptReplies {
    private static final long MOST_CHARACTERS = 16L << 20;
    private static final int AT_LEAST = 500;

    private record Question(String about, Language language, Format format) {}

    /** The replies of one state of the catalogue. */
    private record Shelf(Catalogue state, Cache<Question, Reply> replies) {
        static Shelf of(Catalogue state) {
            return new Shelf(
                    state,
                    Caffeine.newBuilder()
                            .maximumWeight(MOST_CHARACTERS)
                            .<Question, Reply>weigher((question, reply) -> size(question, reply))
                            .executor(Runnable::run)
                            .build());
        }

        private static int size(Question question, Reply reply) {
            return AT_LEAST
                    + question.about().length()
                    + (reply.content() instanceof Content.Written written
                            ? written.text().length()
                            : 0);
        }
    }

    private final Catalogue catalogue;
    private volatile Shelf shelf;

    public KeptReplies(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.shelf = Shelf.of(catalogue);
    }

    /**
     * The reply to a question, made if it is not kept. One that is refused is not kept.
     *
     * @param about what is asked, whoever asks; the language and the representation are the visit's
     * @param make makes it of the catalogue as it is
     */
    Reply of(String about, Visit visit, Function<Catalogue, Reply> make) {
        Catalogue state = catalogue.current();
        Shelf current = shelf;
        if (current.state() != state) {
            current = Shelf.of(state);
            shelf = current;
        }
        return current.replies()
                .get(
                        new Question(about, visit.language(), visit.format()),
                        any -> Prepared.of(make.apply(state), visit.format()));
    }

    /** The catalogue as it is, for a reply that is not kept. */
    Catalogue catalogue() {
        return catalogue.current();
    }
}
