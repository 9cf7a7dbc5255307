package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What runs where: the package is deployed twice, and each site has the other's functions disabled.
 * Event Grid's calls count as HTTP requests, so that endpoints that hang would take the places of
 * publishers.
 */
class SitesTest {
    private static final Path LIST = Path.of("../../infra-bicep/events-functions.json");

    @Test
    void requestsAreAnsweredByTheApi() throws IOException, URISyntaxException {
        assertThat(listed("api"))
                .containsExactlyElementsOf(names(functions().filter(SitesTest::isHttp)));
    }

    @Test
    void everythingElseIsDoneByTheWorker() throws IOException, URISyntaxException {
        assertThat(listed("worker"))
                .containsExactlyElementsOf(
                        names(functions().filter(function -> !isHttp(function))));
    }

    @Test
    void thereIsNoThirdSite() throws IOException {
        assertThat(list().fieldNames()).toIterable().containsExactly("api", "worker");
    }

    /**
     * The host takes such a name as a part of the name of a setting. In others the setting is
     * refused or not found.
     */
    @Test
    void everyFunctionCanBeDisabledByASetting() throws IOException {
        assertThat(Stream.of("api", "worker").flatMap(site -> unchecked(site).stream()))
                .allMatch(name -> name.matches("[A-Za-z0-9]+"));
    }

    private static JsonNode list() throws IOException {
        return Json.parse(Files.readString(LIST));
    }

    private static List<String> listed(String site) throws IOException {
        return StreamSupport.stream(list().path(site).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<String> unchecked(String site) {
        try {
            return listed(site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Stream<Method> functions) {
        return functions
                .map(function -> function.getAnnotation(FunctionName.class).value())
                .sorted()
                .toList();
    }

    /** The functions of all classes of the package, so that none is forgotten. */
    private static Stream<Method> functions() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        TriggerFunctions.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        String name = TriggerFunctions.class.getPackageName();
        try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .sorted()
                    .map(file -> type(name + "." + file.substring(0, file.lastIndexOf('.'))))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(FunctionName.class))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, SitesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isHttp(Method function) {
        return Arrays.stream(function.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(HttpTrigger.class));
    }
}
