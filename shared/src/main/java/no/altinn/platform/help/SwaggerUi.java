package no.altinn.platform.help;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Swagger UI as its WebJar brings it, of which a deployed app has no more than the files used. */
final class SwaggerUi {
    private static final String ARTIFACT = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FILES = "/META-INF/resources/webjars/swagger-ui/%s/%s";

    private SwaggerUi() {}

    /** Its version, by which its folder is named. */
    static String version() {
        Properties artifact = new Properties();
        try {
            artifact.load(new StringReader(Resources.text(ARTIFACT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return artifact.getProperty("version");
    }

    /**
     * The text of a file.
     *
     * @throws IllegalStateException if it is not there
     */
    static String text(String file) {
        return Resources.text(FILES.formatted(version(), file));
    }
}
