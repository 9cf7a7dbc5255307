package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.Cookies;
import no.altinn.platform.http.Accept;
import no.altinn.platform.http.EntityTags;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.PercentEncoding;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;
import no.altinn.platform.log.LogText;
import no.altinn.rest.representation.Negotiation;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Headers and queries of requests. */
final class HttpTargets {
    private HttpTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "media-type",
                        HttpTargets::mediaType,
                        "application/json; charset=utf-8",
                        "multipart/mixed;boundary=\"a \\\" b\"",
                        "application/vnd.a+json"),
                Target.of(
                        "accept",
                        HttpTargets::accept,
                        "text/html,application/xml;q=0.9,*/*;q=0.8",
                        "application/*+json;q=1.000, ;q=0"),
                Target.of(
                        "query",
                        HttpTargets::query,
                        "a=1&b=%C3%A5+x&a=&c&=d&%zz",
                        "$filter=Status%20eq%20'x'"),
                Target.of("percent", HttpTargets::percent, "%C3%A5+a", "%C3", "%"),
                Target.of(
                        "cookies",
                        HttpTargets::cookies,
                        "a=1; b=\"2\", c=chunks-2; cC1=x; cC2=y",
                        ".ASPXAUTH=0A1B"),
                Target.of("entity-tags", HttpTargets::entityTags, "W/\"a\", \"b\", *"),
                Target.of("bearer", HttpTargets::bearer, "Bearer a.b.c", "bearer  x", "Basic eA=="),
                Target.of("log-text", HttpTargets::logText, "a\r\nb\u001b[0m \"c\"\u2028"));
    }

    private static void mediaType(String text) {
        MediaType.parse(text)
                .ifPresent(
                        type -> {
                            assertThat(MediaType.parse(type.name())).contains(type);
                            type.isJson();
                            type.isApplicationJson();
                        });
        MediaType.isWellFormed(text);
    }

    private static void accept(String text) {
        Accept accept = Accept.parse(text);
        assertThat(accept.quality(MediaType.JSON)).isBetween(0.0, 1.0);
        accept.names(MediaType.PROBLEM);
        accept.prefers(MediaType.JSON, MediaType.PROBLEM);
        assertThat(Negotiation.of(text)).isNotNull();
        Negotiation.isBrowser(text);
    }

    private static void query(String text) {
        QueryParameters parameters;
        try {
            parameters = QueryParameters.parse(text);
        } catch (Problem e) {
            assertThat(e.answer().status()).isEqualTo(400);
            return;
        }
        parameters.first("a");
        assertThat(parameters.has("a") || parameters.all("a").isEmpty()).isTrue();
        QueryParameters more = parameters.with("new", "&=%\u00e5 +#");
        assertThat(QueryParameters.parse(more.toString()).first("new")).contains("&=%\u00e5 +#");
        assertThat(QueryParameters.parse(more.toString()).toString()).isEqualTo(more.toString());
    }

    private static void percent(String text) {
        PercentEncoding.decode(text)
                .ifPresent(decoded -> assertThat(decoded).hasSizeLessThanOrEqualTo(text.length()));
    }

    private static void cookies(String text) {
        Cookies cookies = Cookies.parse(text);
        cookies.values().keySet().forEach(name -> assertThat(cookies.find(name)).isPresent());
        assertThat(cookies.find("no;name")).isEmpty();
    }

    private static void entityTags(String text) {
        boolean isAmongStrong = EntityTags.isAmongStrong(text, "\"b\"");
        assertThat(EntityTags.isAmong(text, "\"b\"") || !isAmongStrong).isTrue();
    }

    private static void bearer(String text) {
        BearerToken.inHeader(
                new Request("GET", URI.create("https://a.b/"), Map.of("Authorization", text), ""));
    }

    private static void logText(String text) {
        assertThat(LogText.quoted(text)).doesNotContain("\n", "\r", "\u001b");
    }
}
