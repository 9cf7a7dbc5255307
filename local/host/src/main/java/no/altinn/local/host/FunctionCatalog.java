package no.altinn.local.host;

import com.microsoft.azure.functions.annotation.FunctionName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The functions of one function app, in the order of their names without case. Immutable. */
public final class FunctionCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionCatalog.class);

    private final List<HostedFunction> functions;

    private FunctionCatalog(List<HostedFunction> functions) {
        this.functions = List.copyOf(functions);
    }

    /**
     * Finds the functions of some packages, and those below them, by their annotations. Those that
     * the settings disable are checked too, and left out.
     *
     * @param settings the app's settings, for the {@code %NAME%} in bindings as well
     * @throws InvalidFunctions if the real host would refuse a function; the message has every
     *     reason
     */
    public static FunctionCatalog scan(
            Function<String, Optional<String>> settings, String... packages) {
        return of(settings, FunctionClasses.inPackages(packages));
    }

    /** The functions of some classes. */
    static FunctionCatalog of(
            Function<String, Optional<String>> settings, Collection<Class<?>> classes) {
        TriggerAnnotations triggers = new TriggerAnnotations(new BindingExpressions(settings));
        List<HostedFunction> functions = new ArrayList<>();
        Set<String> problems = new TreeSet<>();
        for (Class<?> type : classes) {
            for (Method method : FunctionClasses.functionsOf(type)) {
                load(triggers, method, problems).ifPresent(functions::add);
            }
        }
        functions.sort(Comparator.comparing(HostedFunction::name, String.CASE_INSENSITIVE_ORDER));
        problems.addAll(duplicateNames(functions));
        problems.addAll(RouteConflicts.of(functions));
        if (!problems.isEmpty()) {
            throw new InvalidFunctions(List.copyOf(problems));
        }
        DisabledFunctions disabled = new DisabledFunctions(settings);
        functions.removeIf(function -> disabled.has(function.name()));
        functions.forEach(FunctionCatalog::warnOfSilence);
        return new FunctionCatalog(functions);
    }

    private static Optional<HostedFunction> load(
            TriggerAnnotations triggers, Method method, Set<String> problems) {
        String name = method.getAnnotation(FunctionName.class).value();
        try {
            Trigger trigger = triggers.of(name, method);
            FunctionRules.problems(name, method, trigger)
                    .forEach(reason -> problems.add(name + ": " + reason));
            return Optional.of(
                    new HostedFunction(
                            name, trigger, RetryPolicy.of(method), EntryPoint.of(method)));
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private static List<String> duplicateNames(List<HostedFunction> functions) {
        Map<String, Integer> counts = new TreeMap<>();
        functions.forEach(f -> counts.merge(f.name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> count.getKey() + ": more than one function has this name")
                .toList();
    }

    private static void warnOfSilence(HostedFunction function) {
        if (function.trigger() instanceof Trigger.Http http && http.methods().isEmpty()) {
            LOG.warn(
                    "{} names no HTTP methods, so it answers 404 to everything, as in Azure",
                    function.name());
        }
    }

    /** Every function. */
    public List<HostedFunction> functions() {
        return functions;
    }

    /** The functions that one kind of trigger fires. */
    public List<HostedFunction> firedBy(Class<? extends Trigger> kind) {
        return functions.stream().filter(f -> kind.isInstance(f.trigger())).toList();
    }
}
