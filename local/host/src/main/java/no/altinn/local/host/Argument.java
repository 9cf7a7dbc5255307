package no.altinn.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the value of one parameter comes from. */
@FunctionalInterface
interface Argument {
    /** The parameter's value in one invocation. */
    Object value(InvocationRequest request, ExecutionContext context);

    /**
     * The arguments of a function, in the order of its parameters.
     *
     * @throws IllegalArgumentException for a parameter that the worker, or this host, cannot bind
     */
    static List<Argument> of(Method method) {
        return Arrays.stream(method.getParameters()).map(Argument::of).toList();
    }

    private static Argument of(Parameter parameter) {
        if (parameter.getType() == ExecutionContext.class) {
            return (request, context) -> context;
        }
        BindingName name = parameter.getAnnotation(BindingName.class);
        if (name != null) {
            return bindingName(name.value(), ScalarType.of(parameter.getType()));
        }
        if (TriggerAnnotations.isTrigger(parameter)) {
            requireBindable(parameter);
            return (request, context) -> request.payload();
        }
        throw new IllegalArgumentException(
                "parameter %s is neither trigger, @BindingName nor ExecutionContext"
                        .formatted(parameter.getName()));
    }

    private static Argument bindingName(String name, ScalarType type) {
        return (request, context) ->
                type.parse(
                        request.values()
                                .find(name)
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        "Cannot find matched @BindingName "
                                                                + name)));
    }

    private static void requireBindable(Parameter parameter) {
        boolean http = parameter.isAnnotationPresent(HttpTrigger.class);
        boolean bindable =
                http
                        ? isRequestWithOptionalText(parameter.getParameterizedType())
                        : parameter.getType() == String.class;
        if (!bindable) {
            throw new IllegalArgumentException(
                    "parameter %s must be %s; the worker fails, or never answers, with others"
                            .formatted(
                                    parameter.getName(),
                                    http ? "HttpRequestMessage<Optional<String>>" : "String"));
        }
    }

    private static boolean isRequestWithOptionalText(Type type) {
        return type instanceof ParameterizedType request
                && request.getRawType() == HttpRequestMessage.class
                && request.getActualTypeArguments()[0] instanceof ParameterizedType body
                && body.getRawType() == Optional.class
                && body.getActualTypeArguments()[0] == String.class;
    }
}
