package no.altinn.bench;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.testing.functions.FakeMessage;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * What happens in a process that has just been started for the staged Events app: its composition
 * root is made, its functions are loaded, and an event is published, twice. Everything is found the
 * way the Java worker finds it: by a class loader over the staged libraries, and by name. Settings
 * come from the environment.
 */
final class ColdPublish {
    /** The system property that keeps the app from loading classes ahead. */
    static final String WITHOUT_LIST = "bench.without.list";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String PACKAGE = "no.altinn.events.functions.";
    private static final List<String> FUNCTIONS =
            List.of(
                    "DiagnosticFunctions",
                    "PlatformFunctions",
                    "PublishFunctions",
                    "ReadFunctions",
                    "SubscriptionFunctions",
                    "TriggerFunctions");

    private ColdPublish() {}

    /**
     * Prints how long the root and the first publish took, in milliseconds, and in a second line
     * the second publish.
     *
     * @param arguments the folder of the staged app, and a bearer token
     */
    public static void main(String[] arguments) throws Exception {
        ClassLoader loader = loader(Path.of(arguments[0]));
        Thread.currentThread().setContextClassLoader(loader);
        long begin = System.nanoTime();
        FunctionInstanceInjector app =
                ServiceLoader.load(FunctionInstanceInjector.class, loader).iterator().next();
        long constructed = System.nanoTime();
        List<Method> methods = new ArrayList<>();
        for (String type : FUNCTIONS) {
            methods.addAll(Arrays.asList(loader.loadClass(PACKAGE + type).getMethods()));
        }
        Method publishEvent =
                methods.stream()
                        .filter(method -> method.getName().equals("publishEvent"))
                        .findFirst()
                        .orElseThrow();
        publish(app, publishEvent, arguments[1], "1");
        long published = System.nanoTime();
        print(constructed - begin, published - constructed);
        long again = System.nanoTime();
        publish(app, publishEvent, arguments[1], "2");
        print(System.nanoTime() - again);
        // The SDKs' threads would keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static URLClassLoader loader(Path app) throws IOException {
        List<URL> libraries = new ArrayList<>();
        for (Path folder : List.of(app, app.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                    libraries.add(url(file));
                }
            }
        }
        URL[] urls = libraries.toArray(URL[]::new);
        ClassLoader worker = ColdPublish.class.getClassLoader();
        return Boolean.getBoolean(WITHOUT_LIST)
                ? new WithoutList(urls, worker)
                : new URLClassLoader(urls, worker);
    }

    /**
     * Hides the list of classes: a new one must not hold what only the old one is the reason for.
     */
    private static final class WithoutList extends URLClassLoader {
        WithoutList(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        @Override
        public URL getResource(String name) {
            return name.endsWith(".classes") ? null : super.getResource(name);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static void print(long... nanos) {
        System.out.println(
                String.join(
                        " ",
                        Arrays.stream(nanos)
                                .mapToObj(
                                        time ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%.1f",
                                                        time / NANOS_PER_MILLI))
                                .toList()));
        System.out.flush();
    }

    private static void publish(
            FunctionInstanceInjector app, Method publishEvent, String token, String id)
            throws Exception {
        FakeMessage event =
                FakeMessage.post(
                                "http://localhost/events/api/v1/events",
                                """
                                {"specversion":"1.0","id":"%s","source":"urn:bench:%d","type":"cold",\
                                "resource":"urn:altinn:resource:ttd-bench"}"""
                                        .formatted(id, System.nanoTime()))
                        .with("authorization", "Bearer " + token)
                        .with("content-type", "application/cloudevents+json");
        Object functions = app.getInstance(publishEvent.getDeclaringClass());
        HttpResponseMessage answer = (HttpResponseMessage) publishEvent.invoke(functions, event);
        if (answer.getStatusCode() != 200) {
            throw new IllegalStateException("Publishing was answered with " + answer.getStatus());
        }
    }
}
