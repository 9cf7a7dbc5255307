package no.altinn.local.authorization;

import no.altinn.local.testdata.Parties;
import no.altinn.local.web.Answers;
import no.altinn.local.web.Endpoints;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.MalformedJson;

import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;

/**
 * Stands in for Altinn's policy decision point, with its oddities: a decision that no rule permits
 * comes without echo, and any error makes the whole answer one Indeterminate under status 200.
 * Thread-safe.
 */
public final class DecisionPoint {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionPoint.class);

    private final Supplier<Policies> policies;
    private final Supplier<Parties> parties;

    /** Decides by what the suppliers give at the time of each request. */
    public DecisionPoint(Supplier<Policies> policies, Supplier<Parties> parties) {
        this.policies = policies;
        this.parties = parties;
    }

    /** Serves {@code POST /authorization/api/v1/decision}. */
    public Handler handler() {
        return Endpoints.builder().post("/authorization/api/v1/decision", this::decide).build();
    }

    private Answer decide(Request request) {
        try {
            return Answers.json(decide(XacmlRequestReader.read(request.body())));
        } catch (MalformedRequest | MalformedJson e) {
            // Without the parser's words, which may quote the request.
            LOG.warn("A decision request cannot be read: {}", e.getClass().getSimpleName());
            return Answers.json(XacmlAnswerWriter.indeterminate());
        }
    }

    private String decide(List<Question> questions) {
        Policies rules = policies.get();
        Parties known = parties.get();
        XacmlAnswerWriter answer = new XacmlAnswerWriter();
        questions.forEach(question -> answer.add(question, rules.decide(question, known)));
        return answer.toString();
    }
}
