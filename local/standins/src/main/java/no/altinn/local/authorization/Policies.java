package no.altinn.local.authorization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.testdata.FileFaults;
import no.altinn.local.testdata.MalformedFile;
import no.altinn.local.testdata.Parties;
import no.altinn.local.testdata.StrictFile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policy file: what is permitted, and on what conditions. Its form is described in its own
 * member {@code about}. Immutable.
 *
 * @param rules permit; what none of them matches is not applicable
 * @param obligations go with a permit; the file may leave them out
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
     * @throws MalformedFile if it is not of the file's form; the message has all faults
     */
    public static Policies parse(String json) {
        JsonNode file = StrictFile.read(json, JsonNode.class);
        FileFaults faults = new FileFaults(json);
        new PolicyCheck(faults).file(file);
        faults.check();
        if (!file.has("obligations")) {
            ((ObjectNode) file).putArray("obligations");
        }
        return StrictFile.read(file.toString(), Policies.class);
    }

    /**
     * The callers and subjects that rules name but the test data lacks, as the file names them. A
     * person's number is not among them, because it must not be logged.
     */
    public List<String> strangers(Parties known) {
        return rules.stream()
                .flatMap(
                        rule ->
                                Stream.of(
                                        rule.caller().stranger(known),
                                        rule.subject().stranger(known)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    PolicyResult decide(Question question, Parties known) {
        Matter matter = Matter.of(question, known);
        return deciding(matter)
                .<PolicyResult>map(rule -> permit(matter))
                .orElseGet(PolicyResult.NotApplicable::new);
    }

    /** The same decision, with the rule that made it, or what each rule lacks. */
    PolicyExplanation explain(Question question, Parties known) {
        Matter matter = Matter.of(question, known);
        return new PolicyExplanation(
                rules,
                deciding(matter).map(rules::indexOf),
                permit(matter).obligations(),
                rules.stream().map(rule -> rule.misses(matter)).toList());
    }

    /** The first rule that matches. */
    private Optional<Rule> deciding(Matter matter) {
        return rules.stream().filter(rule -> rule.matches(matter)).findFirst();
    }

    private PolicyResult.Permit permit(Matter matter) {
        return new PolicyResult.Permit(
                obligations.stream()
                        .filter(obligation -> obligation.isFor(matter.resource()))
                        .toList());
    }
}
