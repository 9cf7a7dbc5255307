package no.altinn.rest.representation;

import java.util.List;

/** The value of a member. */
public sealed interface Value {
    /** A text; times stand in texts too. */
    record Text(String text) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** True or false. */
    record Flag(boolean flag) implements Value {}

    /** Members of its own, for example {@code Condition}. */
    record Structure(Members members) implements Value {}

    /**
     * A list of structures that have no links, for example {@code AttachmentRules}.
     *
     * @param itemType the name of each element in XML, for example {@code AttachmentRule}
     */
    record Structures(String itemType, List<Members> items) implements Value {
        public Structures {
            items = List.copyOf(items);
        }
    }

    /**
     * A list of texts.
     *
     * @param itemType the name of each element in XML, for example {@code string}
     */
    record Texts(String itemType, List<String> items) implements Value {
        public Texts {
            items = List.copyOf(items);
        }
    }

    /** A list of structures that have links, for example {@code FormsMetaData}. */
    record Resources(List<Resource> items) implements Value {
        public Resources {
            items = List.copyOf(items);
        }
    }
}
