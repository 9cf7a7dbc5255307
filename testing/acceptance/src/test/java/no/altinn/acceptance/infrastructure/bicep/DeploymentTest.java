package no.altinn.acceptance.infrastructure.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

class DeploymentTest {
    static void out(String s) {
        try {
            Files.writeString(Path.of("/tmp/w/rulestmp/dump"), s + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void dump() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("../../infra-bicep"))) {
            files.filter(p -> !p.toString().contains("/check/") && Files.isRegularFile(p)).forEach(p -> {
                try {
                    texts.put(Path.of("../..").relativize(p).toString(), Files.readString(p));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Sources sources = new Sources(texts);
        for (String f : texts.keySet()) {
            if (f.endsWith("param")) {
            Deployment d = Deployment.of(sources, "infra-bicep/main.bicep", f);
            out("== " + f);
            d.resources().forEach(r -> out(r + " " + r.body()));
            }
        }
        assertThat(texts).isNotEmpty();
    }
}
