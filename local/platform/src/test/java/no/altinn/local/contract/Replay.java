package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLSocket;

/**
 * A client's requests, sent one after the other over sockets. What stands in double braces in a
 * request is put in: {@code host}, {@code cookie} (name and value), {@code set-cookie} (the whole
 * header), {@code bearer}, and what earlier answers gave.
 */
final class Replay {
    private static final int PATIENCE_MS = 20_000;
    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final Map<String, String> PASSWORDS = Map.of("ola", "Passord-A1");

    private final Platform platform;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> certificates = new HashMap<>();

    Replay(Platform platform) {
        this.platform = platform;
    }

    /** Sends a request and keeps what its row says. */
    RawAnswer send(RecordedRequest row) {
        String[] login = row.login().split(":", 2);
        boolean isSecure = login[0].equals("certificate");
        URI base = isSecure ? platform.secureBase() : platform.base();
        values.put("host", base.getAuthority());
        if (login[0].equals("cookie")) {
            values.computeIfAbsent("cookie", name -> cookie(login[1]));
        } else if (login[0].equals("maskinporten")) {
            values.put("bearer", ownerToken(login[1]));
        }
        byte[] request = filled(row.request()).getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = isSecure ? secure(base, login[1]) : plain(base)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request);
            RawAnswer answer = RawAnswer.read(socket.getInputStream());
            keep(row, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(row.file(), e);
        }
    }

    /**
     * A text with the values in the places of their names.
     *
     * @throws AssertionError if no answer gave one of them
     */
    String filled(String text) {
        return NAME.matcher(text)
                .replaceAll(
                        name -> {
                            String value = values.get(name.group(1));
                            if (value == null) {
                                throw new AssertionError("No answer gave " + name.group());
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }

    private void keep(RecordedRequest row, RawAnswer answer) {
        answer.header("Set-Cookie")
                .ifPresent(
                        whole -> {
                            values.put("set-cookie", whole);
                            values.put("cookie", whole.split(";", 2)[0]);
                        });
        if (!row.keep().isEmpty()) {
            String[] kept = row.keep().split("=", 2);
            Matcher found = Pattern.compile(kept[1]).matcher(answer.head() + answer.body());
            if (found.find()) {
                values.put(kept[0], found.group(1));
            } else {
                throw new AssertionError("%s gave no %s: %s".formatted(row, kept[0], answer));
            }
        }
    }

    private static Socket plain(URI base) throws IOException {
        return new Socket(base.getHost(), base.getPort());
    }

    /** The clients with certificates speak TLS 1.2. */
    private Socket secure(URI base, String orgNo) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        new ClientCertificates(platform.keys().server().certificate())
                                .sockets(certificates.computeIfAbsent(orgNo, this::certificate))
                                .createSocket(base.getHost(), base.getPort());
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        return socket;
    }

    private String certificate(String orgNo) {
        return platform.tokens().generated("GetEnterpriseCertificate?orgNo=" + orgNo).body();
    }

    private String cookie(String user) {
        return RestClient.ofUsers(platform).logIn(user, PASSWORDS.get(user));
    }

    /** A token of Maskinporten as it is, service owner ttd's. */
    private String ownerToken(String scope) {
        Instant now = Instant.now();
        ObjectNode claims =
                Json.object()
                        .put("iss", platform.base() + "maskinporten/")
                        .put("scope", scope)
                        .put("client_id", "client")
                        .put("iat", now.getEpochSecond())
                        .put("exp", now.plus(Duration.ofMinutes(2)).getEpochSecond());
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:991825827");
        return platform.keys().maskinporten().sign(claims);
    }
}
