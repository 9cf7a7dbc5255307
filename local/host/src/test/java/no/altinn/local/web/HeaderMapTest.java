package no.altinn.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.http.Answer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class HeaderMapTest {

    /** Answers with the headers it got. */
    private static final class Mirror extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Answer answer = Answer.text(200, HeaderMap.of(request).toString());
            Answers.write(answer, response, callback);
            return true;
        }
    }

    @Test
    void namesAreInLowerCaseAndRepeatedHeadersAreJoined() {
        try (LocalServer server = LocalServer.start(new Mirror())) {
            String headers =
                    server.send(
                                    server.to("/")
                                            .header("X-Once", "One Value")
                                            .header("X-Twice", "1")
                                            .header("x-twice", "2"))
                            .body();

            assertThat(headers).contains("x-once=One Value", "x-twice=1,2");
        }
    }

    @Test
    void anEmptyValueIsKept() {
        try (LocalServer server = LocalServer.start(new Mirror())) {
            assertThat(server.send(server.to("/").header("X-Empty", "")).body())
                    .contains("x-empty=");
        }
    }
}
