package no.altinn.acceptance.collection;

import no.altinn.local.LocalPlatform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sends the requests of Altinn's collection one after the other, with the cookie of the login and
 * with what earlier answers gave.
 */
final class AltinnCaller {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final String BASIC =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("test:test".getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> KEYS =
            Map.of(
                    "ttd", "22222222-2222-2222-2222-222222222222",
                    "ola", "11111111-1111-1111-1111-111111111111",
                    "nobody", "11111111-1111-1111-1111-111111111111");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Map<String, String> kept = new HashMap<>();
    private String cookie = "";

    AltinnCaller(LocalPlatform platform) {
        this.base = platform.base();
    }

    /**
     * What came back.
     *
     * @param head the headers, a line each
     */
    record Answer(int status, String head, String body) {}

    /**
     * Sends a request and keeps what its row says.
     *
     * @throws AssertionError if an answer did not give what this request needs, or what is to be
     *     kept
     */
    Answer send(AltinnExample example) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "api/" + filled(example.send())))
                        .header("Accept", "application/hal+json")
                        .header("Content-Type", example.type())
                        .method(
                                example.method(),
                                example.body()
                                        .map(this::filled)
                                        .map(BodyPublishers::ofString)
                                        .orElse(BodyPublishers.noBody()));
        Optional.ofNullable(KEYS.get(example.sender()))
                .ifPresent(key -> request.header("ApiKey", key));
        switch (example.sender()) {
            case "ola" -> request.header("Cookie", cookie);
            case "ttd" -> request.header("Authorization", "Bearer " + ownerToken());
            case "platform" -> request.header("PlatformAccessToken", platformToken());
            case "nobody" -> {}
            default -> throw new IllegalArgumentException("Nobody is called " + example.sender());
        }
        Answer answer = sent(request.build());
        keep(example, answer);
        return answer;
    }

    private Answer sent(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(whole -> cookie = whole.split(";", 2)[0]);
            String head =
                    response.headers().map().entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue().get(0))
                            .collect(Collectors.joining("\n", "", "\n"));
            return new Answer(response.statusCode(), head, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String ownerToken() {
        return token("GetEnterpriseToken?env=local&org=ttd&scopes=altinn:serviceowner");
    }

    private String platformToken() {
        return token("GetPlatformAccessToken?env=local&app=catalogue");
    }

    private String token(String what) {
        return kept.computeIfAbsent(
                what,
                path ->
                        sent(HttpRequest.newBuilder(URI.create(base + "api/" + path))
                                        .header("Authorization", BASIC)
                                        .build())
                                .body());
    }

    private String filled(String text) {
        return NAME.matcher(text)
                .replaceAll(
                        name -> {
                            String value = kept.get(name.group(1));
                            if (value == null) {
                                throw new AssertionError("No answer gave " + name.group());
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    private void keep(AltinnExample example, Answer answer) {
        example.row()
                .path("keep")
                .properties()
                .forEach(
                        entry -> {
                            Matcher found =
                                    Pattern.compile(entry.getValue().textValue())
                                            .matcher(answer.head() + answer.body());
                            if (!found.find()) {
                                throw new AssertionError(
                                        "%s gave no %s: %s"
                                                .formatted(example, entry.getKey(), answer));
                            }
                            kept.put(entry.getKey(), found.group(1));
                        });
    }
}
