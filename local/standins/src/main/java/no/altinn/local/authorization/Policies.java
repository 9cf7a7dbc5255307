package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import no.altinn.local.testdata.MalformedFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.StrictFile;

import java.util.List;

/**
 * The policy file: what is permitted, and on what conditions. Its form is described in its own
 * member {@code about}. Immutable.
 *
 * @param rules permit; what none of them matches is not applicable
 * @param obligations go with a permit
 */
@JsonIgnoreProperties("about")
public record Policies(List<Rule> rules, List<RequiredLevel> obligations) {
    public Policies {
        rules = List.copyOf(rules);
        obligations = List.copyOf(obligations);
    }

    /**
     * Reads the file's text.
     *
     * @throws MalformedFile if it is not of the file's form
     */
    public static Policies parse(String json) {
        return StrictFile.read(json, Policies.class);
    }

    PolicyResult decide(Question question, Parties known) {
        Matter matter = Matter.of(question, known);
        if (rules.stream().noneMatch(rule -> rule.matches(matter))) {
            return new PolicyResult.NotApplicable();
        }
        return new PolicyResult.Permit(
                obligations.stream()
                        .filter(obligation -> obligation.isFor(matter.resource()))
                        .toList());
    }
}
