package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function that HTTP triggers, as its annotations have it. Immutable.
 *
 * @param name the function's name
 * @param methods what the function answers
 * @param route the route cut at its slashes: texts, and parameters in braces
 */
record HttpFunction(
        String name, Set<HttpMethod> methods, List<String> route, Object instance, Method method) {

    /** Every such function of an instance's class. */
    static List<HttpFunction> of(Object instance) {
        List<HttpFunction> functions = new ArrayList<>();
        for (Method method : instance.getClass().getDeclaredMethods()) {
            FunctionName name = method.getAnnotation(FunctionName.class);
            for (Parameter parameter : method.getParameters()) {
                HttpTrigger trigger = parameter.getAnnotation(HttpTrigger.class);
                if (name != null && trigger != null) {
                    functions.add(of(name.value(), trigger, instance, method));
                }
            }
        }
        return functions;
    }

    private static HttpFunction of(
            String name, HttpTrigger trigger, Object instance, Method method) {
        List<String> route = Arrays.asList(trigger.route().split("/", -1));
        if (!route.stream().allMatch(segment -> segment.matches("[^{}]+|\\{\\w+\\}"))) {
            throw new IllegalStateException(
                    name + " has a route of another form than texts and parameters");
        }
        return new HttpFunction(name, Set.of(trigger.methods()), route, instance, method);
    }

    /** The values of the route's parameters, if the path is of the route's form. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != route.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = route.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equalsIgnoreCase(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /**
     * Calls the function.
     *
     * @param values what {@link #match} found
     */
    HttpResponseMessage call(
            HttpRequestMessage<Optional<String>> request, Map<String, String> values) {
        Object[] arguments =
                Arrays.stream(method.getParameters())
                        .map(parameter -> argument(parameter, request, values))
                        .toArray();
        try {
            return (HttpResponseMessage) method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(name + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name + " is not public", e);
        }
    }

    private static Object argument(
            Parameter parameter,
            HttpRequestMessage<Optional<String>> request,
            Map<String, String> values) {
        BindingName binding = parameter.getAnnotation(BindingName.class);
        return binding == null ? request : values.get(binding.value());
    }
}
