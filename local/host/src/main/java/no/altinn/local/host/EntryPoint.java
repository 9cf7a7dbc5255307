package no.altinn.local.host;

import com.microsoft.azure.functions.ExecutionContext;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/** The method of a function and where its arguments come from. Immutable. */
public final class EntryPoint {
    private final Class<?> type;
    private final MethodHandle call; // (Object instance, Object[] arguments) -> Object
    private final List<Argument> arguments;

    private EntryPoint(Class<?> type, MethodHandle call, List<Argument> arguments) {
        this.type = type;
        this.call = call;
        this.arguments = arguments;
    }

    /**
     * The entry point of a public method of a public class.
     *
     * @throws IllegalArgumentException if a parameter cannot be bound, or the method not called
     */
    static EntryPoint of(Method method) {
        List<Argument> arguments = Argument.of(method);
        try {
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            MethodHandle onInstance =
                    Modifier.isStatic(method.getModifiers())
                            ? MethodHandles.dropArguments(handle, 0, Object.class)
                            : handle;
            MethodType erased = MethodType.methodType(Object.class, Object.class, Object[].class);
            return new EntryPoint(
                    method.getDeclaringClass(),
                    onInstance
                            .asFixedArity()
                            .asSpreader(Object[].class, arguments.size())
                            .asType(erased),
                    arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("its method must be public, in a public class", e);
        }
    }

    /** The class whose instance {@link #call} takes. */
    Class<?> type() {
        return type;
    }

    /**
     * Runs the method.
     *
     * @return the method's result; null if it returns nothing
     * @throws Throwable the method's exception, or the reason why an argument could not be made
     */
    Object call(Object instance, InvocationRequest request, ExecutionContext context)
            throws Throwable {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).value(request, context);
        }
        return (Object) call.invokeExact(instance, values);
    }
}
