package no.altinn.local.host.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a route parameter's value, such as {@code int}, {@code maxlength(10)} or {@code
 * regex(^a)}.
 */
@FunctionalInterface
interface RouteConstraint {
    /** A name and, in parentheses, numbers. */
    Pattern FORM = Pattern.compile("([a-zA-Z]+)(?:\\((-?\\d{1,18}(?:,-?\\d{1,18})?)\\))?");

    /** What begins a constraint with a regular expression. */
    String REGEX = "regex(";

    /** Whether a value that is not empty may stand for the parameter. */
    boolean accepts(String value);

    /**
     * Reads one constraint of ASP.NET's that takes numbers or a regular expression.
     *
     * @throws IllegalArgumentException if there is none of this name with so many numbers, or the
     *     expression is none
     */
    static RouteConstraint parse(String text) {
        if (text.regionMatches(true, 0, REGEX, 0, REGEX.length()) && text.endsWith(")")) {
            // As ASP.NET has it: somewhere in the value, whatever the letters' case.
            return Pattern.compile(
                                    text.substring(REGEX.length(), text.length() - 1),
                                    Pattern.CASE_INSENSITIVE)
                            .asPredicate()
                    ::test;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw unknown(text);
        }
        List<Long> numbers =
                form.group(2) == null
                        ? List.of()
                        : Arrays.stream(form.group(2).split(",", -1)).map(Long::valueOf).toList();
        String name = form.group(1).toLowerCase(Locale.ROOT);
        return switch (numbers.size()) {
            case 0 -> plain(name, text);
            case 1 -> bounded(name, text, numbers.get(0));
            default -> ranged(name, text, numbers.get(0), numbers.get(1));
        };
    }

    private static RouteConstraint plain(String name, String text) {
        return switch (name) {
            case "int" -> value -> isWithin(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> value -> isWithin(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "bool" -> Pattern.compile("(?i)true|false").asMatchPredicate()::test;
            case "alpha" -> Pattern.compile("[a-zA-Z]+").asMatchPredicate()::test;
            case "double", "float", "decimal" ->
                    Pattern.compile("[-+]?\\d+(\\.\\d+)?").asMatchPredicate()::test;
            case "guid" ->
                    Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}")
                                    .asMatchPredicate()
                            ::test;
            default -> throw unknown(text);
        };
    }

    private static RouteConstraint bounded(String name, String text, long bound) {
        return switch (name) {
            case "min" -> value -> isWithin(value, bound, Long.MAX_VALUE);
            case "max" -> value -> isWithin(value, Long.MIN_VALUE, bound);
            case "length" -> value -> value.length() == bound;
            case "minlength" -> value -> value.length() >= bound;
            case "maxlength" -> value -> value.length() <= bound;
            default -> throw unknown(text);
        };
    }

    private static RouteConstraint ranged(String name, String text, long least, long most) {
        return switch (name) {
            case "range" -> value -> isWithin(value, least, most);
            case "length" -> value -> value.length() >= least && value.length() <= most;
            default -> throw unknown(text);
        };
    }

    private static boolean isWithin(String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "\"%s\" is no route constraint that this host knows".formatted(text));
    }
}
