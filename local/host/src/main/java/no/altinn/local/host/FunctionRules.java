package no.altinn.local.host;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.local.host.route.RouteTemplate;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules that a method must follow so that the worker can load it as a function. */
final class FunctionRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,127}");

    private FunctionRules() {}

    /**
     * The rules that a function breaks; empty if the host can load it.
     *
     * @throws IllegalArgumentException if its route is not a template
     */
    static List<String> problems(String name, Method method, Trigger trigger) {
        List<String> problems = new ArrayList<>();
        Class<?> type = method.getDeclaringClass();
        if (!NAME.matcher(name).matches()) {
            problems.add("its name must begin with a letter and hold letters, digits, _ and -");
        }
        if (type.isMemberClass()) {
            problems.add("%s is nested, and the worker finds no nested class".formatted(type));
        }
        if (!Modifier.isPublic(method.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
            problems.add("its method must be public, in a public class");
        }
        if (isOverloaded(method)) {
            problems.add("Found more than one function with method name " + method.getName());
        }
        if (trigger instanceof Trigger.Http http) {
            problems.addAll(problems(http, method));
        }
        return problems;
    }

    private static boolean isOverloaded(Method method) {
        return Arrays.stream(method.getDeclaringClass().getMethods())
                        .filter(other -> other.getName().equals(method.getName()))
                        .filter(other -> !other.isBridge())
                        .count()
                > 1;
    }

    private static List<String> problems(Trigger.Http http, Method method) {
        List<String> problems = new ArrayList<>();
        String route = http.route().toLowerCase(Locale.ROOT);
        if (route.startsWith("/")) {
            problems.add("its route must not begin with a slash: " + http.route());
        }
        if (route.startsWith("admin") || route.startsWith("runtime")) {
            problems.add("its route begins with a word that the host reserves: " + http.route());
        }
        RouteTemplate.parse(http.route());
        Class<?> returned = method.getReturnType();
        if (returned != void.class && !HttpResponseMessage.class.isAssignableFrom(returned)) {
            problems.add("it must return HttpResponseMessage or nothing; others are guessed at");
        }
        return problems;
    }
}
