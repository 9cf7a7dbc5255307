package no.altinn.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the JVM writes with {@code -Xlog:class+load}. */
final class LoadedClasses {
    // Such as: [0.5s][info][class,load] okio.Buffer source: file:/app/lib/okio-jvm-3.18.1.jar
    private static final Pattern FROM_A_FILE =
            Pattern.compile("(?:\\[[^]]*])+ ([\\w.$]+) source: (?:jrt|file):.*");

    private LoadedClasses() {}

    /**
     * The names of the classes that can be loaded ahead, in order: those that stand in a library or
     * in the JDK, but not in its archive. Our own are few and change, so they are left out.
     */
    static List<String> of(List<String> log) {
        return log.stream()
                .map(FROM_A_FILE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .filter(name -> !name.startsWith("no.altinn."))
                .distinct()
                .toList();
    }
}
