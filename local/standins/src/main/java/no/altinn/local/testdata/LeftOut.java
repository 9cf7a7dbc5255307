package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Members that a file may leave out. They are filled in where their object begins, so that every
 * line of the file keeps its number.
 */
final class LeftOut {
    private static final JsonFactory JSON = new JsonFactory();

    private LeftOut() {}

    /**
     * A member that may be left out.
     *
     * @param place matches the JSON pointers of the objects that it belongs to
     * @param value what it means then, as JSON
     */
    record Member(Pattern place, String name, String value) {
        static Member of(String place, String name, String value) {
            return new Member(Pattern.compile(place), name, value);
        }
    }

    private record OpenObject(String pointer, int inside, Set<String> names) {}

    private record Insertion(int at, String text) {}

    /** The text with what it leaves out; a text that is no JSON stays as it is. */
    static String fill(String json, List<Member> members) {
        List<Insertion> insertions = new ArrayList<>();
        Deque<OpenObject> open = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> open.push(begin(parser));
                    case FIELD_NAME -> open.element().names().add(parser.currentName());
                    case END_OBJECT -> add(insertions, open.pop(), members);
                    default -> {}
                }
            }
        } catch (IOException e) {
            // The reader of the file says what is wrong.
            return json;
        }
        StringBuilder filled = new StringBuilder(json);
        insertions.sort(Comparator.comparingInt(Insertion::at).reversed());
        insertions.forEach(insertion -> filled.insert(insertion.at(), insertion.text()));
        return filled.toString();
    }

    private static OpenObject begin(JsonParser parser) {
        String pointer = parser.getParsingContext().getParent().pathAsPointer().toString();
        int inside = Math.toIntExact(parser.currentTokenLocation().getCharOffset()) + 1;
        return new OpenObject(pointer, inside, new HashSet<>());
    }

    private static void add(List<Insertion> insertions, OpenObject object, List<Member> members) {
        List<String> missing =
                members.stream()
                        .filter(member -> member.place().matcher(object.pointer()).matches())
                        .filter(member -> !object.names().contains(member.name()))
                        .map(member -> "\"%s\":%s".formatted(member.name(), member.value()))
                        .toList();
        if (!missing.isEmpty()) {
            String text = String.join(",", missing) + (object.names().isEmpty() ? "" : ",");
            insertions.add(new Insertion(object.inside(), text));
        }
    }
}
