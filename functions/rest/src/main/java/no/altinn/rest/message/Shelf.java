package no.altinn.rest.message;

import java.util.Set;

/** Where in a box messages are looked for: the label {@code state} of their records. */
public enum Shelf {
    /** Correspondences that are not archived. */
    LETTERS("letter"),
    /** Forms that are not sent in yet. */
    OPEN_FORMS("open"),
    ARCHIVE("archive"),
    BIN("bin");

    /** What a box shows. */
    public static final Set<Shelf> BOX = Set.of(LETTERS, OPEN_FORMS, ARCHIVE);

    private final String label;

    Shelf(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Shelf of(State state) {
        if (state instanceof State.Binned) {
            return BIN;
        }
        if (state instanceof State.Archived) {
            return ARCHIVE;
        }
        return state instanceof State.Open ? OPEN_FORMS : LETTERS;
    }
}
