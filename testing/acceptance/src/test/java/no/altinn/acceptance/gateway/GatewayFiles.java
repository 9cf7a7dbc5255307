package no.altinn.acceptance.gateway;

import no.altinn.testing.json.Json;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The files that the gateway is deployed from. */
final class GatewayFiles {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path INFRASTRUCTURE = ROOT.resolve("infra-bicep");
    private static final Path POLICIES = INFRASTRUCTURE.resolve("policies");

    private GatewayFiles() {}

    /** The APIs in the list of routes. */
    static List<GatewayApi> apis() {
        List<GatewayApi> apis = new ArrayList<>();
        Json.parse(text("routes.json"))
                .required("apis")
                .forEach(api -> apis.add(GatewayApi.of(api)));
        return apis;
    }

    /** An API by its name. */
    static GatewayApi api(String name) {
        return apis().stream().filter(api -> api.name().equals(name)).findFirst().orElseThrow();
    }

    /** The methods that each API takes for any path. */
    static List<String> otherMethods() {
        List<String> methods = new ArrayList<>();
        Json.parse(text("routes.json"))
                .required("otherMethods")
                .forEach(method -> methods.add(method.asText()));
        return methods;
    }

    /** A file below the infrastructure's folder. */
    static String text(String file) {
        try {
            return Files.readString(INFRASTRUCTURE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the policies' files. */
    static List<String> policies() {
        try (Stream<Path> files = Files.list(POLICIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy's file, which must be well-formed. */
    static Document policy(String file) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(POLICIES.resolve(file).toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(file + " is not well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every element of a policy's file. */
    static List<Element> elements(String file) {
        return all(policy(file).getElementsByTagName("*"));
    }

    /** The expression of a variable that a policy sets. */
    static String variable(String file, String name) {
        return all(policy(file).getElementsByTagName("set-variable")).stream()
                .filter(element -> element.getAttribute("name").equals(name))
                .map(element -> element.getAttribute("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " sets no " + name));
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
