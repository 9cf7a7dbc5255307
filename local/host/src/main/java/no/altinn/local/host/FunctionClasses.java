package no.altinn.local.host;

import com.microsoft.azure.functions.annotation.FunctionName;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Finds the methods that carry {@code @FunctionName}. */
final class FunctionClasses {
    private FunctionClasses() {}

    /** The classes with functions in the packages and those below them, in the order of names. */
    static List<Class<?>> inPackages(String... packages) {
        try (ScanResult scan =
                new ClassGraph()
                        .acceptPackages(packages)
                        // Functions that are not public are found too, so that they can be refused
                        // by name.
                        .ignoreClassVisibility()
                        .ignoreMethodVisibility()
                        .enableAnnotationInfo()
                        .enableMethodInfo()
                        .scan()) {
            return List.copyOf(
                    scan.getClassesWithMethodAnnotation(FunctionName.class).loadClasses());
        }
    }

    /** The functions that a class itself declares; the worker ignores inherited functions. */
    static List<Method> functionsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FunctionName.class))
                .toList();
    }
}
