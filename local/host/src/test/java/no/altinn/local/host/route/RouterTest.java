package no.altinn.local.host.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

final class RouterTest {
    private final Router<String> router =
            Router.<String>builder()
                    .add("GET", "a/fixed", "fixed")
                    .add("GET", "a/{x}", "read")
                    .add("PUT", "a/{x}", "write")
                    .addAny("a/{x}", "other")
                    .add("GET", "a/{x}/late", "late")
                    .build();

    private Optional<String> target(String method, String path) {
        return router.find(method, path).map(Router.Match::target);
    }

    @Test
    void ofTheRoutesThatFitTheFirstIsFound() {
        assertThat(target("GET", "/a/fixed")).contains("fixed");
        assertThat(target("GET", "/a/b")).contains("read");
        assertThat(target("PUT", "/a/b")).contains("write");
    }

    @Test
    void theValuesOfTheParametersAreHandedOn() {
        assertThat(router.find("GET", "/A/b%20c").orElseThrow().values())
                .isEqualTo(Map.of("x", "b c"));
    }

    @Test
    void aRouteForEveryMethodTakesWhatNoOtherTook() {
        assertThat(target("DELETE", "/a/b")).contains("other");
        assertThat(target("GET", "/a/b/late")).contains("late");
    }

    @Test
    void anotherPathOrMethodIsNotFound() {
        assertThat(target("GET", "/b")).isEmpty();
        assertThat(target("HEAD", "/a/b/late")).isEmpty();
        assertThat(Router.<String>builder().build().find("GET", "/")).isEmpty();
    }

    @Test
    void aTemplateThatCannotBeMatchedIsRefused() {
        Router.Builder<String> builder = Router.builder();
        assertThatThrownBy(() -> builder.add("GET", "{x", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
