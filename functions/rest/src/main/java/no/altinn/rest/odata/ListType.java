package no.altinn.rest.odata;

import java.util.List;

/**
 * A type of resources in lists.
 *
 * @param name for example {@code Message}
 * @param texts the members that are texts
 * @param numbers the members that are whole numbers
 * @param times the members that are times
 * @param flags the members that are true or false
 */
public record ListType(
        String name,
        List<String> texts,
        List<String> numbers,
        List<String> times,
        List<String> flags) {
    public ListType {
        texts = List.copyOf(texts);
        numbers = List.copyOf(numbers);
        times = List.copyOf(times);
        flags = List.copyOf(flags);
    }
}
