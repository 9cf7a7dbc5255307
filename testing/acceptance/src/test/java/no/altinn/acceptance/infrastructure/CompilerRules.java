package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Faults that Bicep's compiler and its linter are known to refuse, as far as a file's text shows
 * them. So a developer without the compiler learns of them before the pipeline does.
 */
final class CompilerRules {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.CASE_INSENSITIVE;

    /**
     * Words that make the linter take a parameter for a secret, whatever stands behind the word.
     */
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?<!@secure\\(\\)\\n)^param \\w*(password|pwd|secret|accountkey|acctkey)\\w* ",
                    FLAGS);

    /** Hosts that are others in Azure's other clouds, as the linter's list has them. */
    private static final Pattern HOST =
            Pattern.compile(
                    "^(?!\\s*//).*\\b(api\\.loganalytics\\.io(v1)?|azuredatalakeanalytics\\.net"
                            + "|azuredatalakestore\\.net|core\\.windows\\.net|database\\.windows\\.net"
                            + "|asazure\\.windows\\.net|datalake\\.azure\\.net|gallery\\.azure\\.com"
                            + "|graph\\.windows\\.net|login\\.microsoftonline\\.com"
                            + "|management\\.azure\\.com|trafficmanager\\.net|vault\\.azure\\.net)\\b",
                    FLAGS);

    /** Types whose names tell the compiler which members they have: BCP225 for other names. */
    private static final Pattern UNKNOWN_NAME =
            Pattern.compile(
                    "^resource \\w+ 'Microsoft\\.Web/sites/(basicPublishingCredentialsPolicies|config)"
                            + "@[^{]*\\{(?:(?!^}).)*?^ +name: (?!'[\\w-]+'$)[^\\n]*",
                    FLAGS | Pattern.DOTALL);

    private static final Pattern ANY = Pattern.compile("^(?!\\s*//).*\\bany\\(", FLAGS);

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "no parameter that is not secure is called as a secret", found(SECRET)),
                    new Rule(
                            "no text names a host that Bicep knows by the cloud's own name",
                            found(HOST)),
                    new Rule(
                            "resources that are told apart by their names have names that are known",
                            found(UNKNOWN_NAME)),
                    new Rule("no type is hidden from the compiler", found(ANY)),
                    new Rule(
                            "a resource that may not be there is not asked for what it has",
                            CompilerRules::doubted));

    private CompilerRules() {}

    private static Function<Infrastructure, List<String>> found(Pattern fault) {
        return infrastructure ->
                infrastructure.named(".bicep").stream()
                        .flatMap(file -> found(fault, file, infrastructure.text(file)))
                        .toList();
    }

    private static Stream<String> found(Pattern fault, String file, String text) {
        return fault.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(one -> file + ": " + one.strip());
    }

    // Of one resource with a condition; where each of a loop has one, its index is looked at.
    private static List<String> doubted(Infrastructure infrastructure) {
        Pattern conditional = Pattern.compile("^(?:resource|module) (\\w+) '[^']*' = if ", FLAGS);
        return infrastructure.named(".bicep").stream()
                .flatMap(
                        file -> {
                            String text = infrastructure.text(file);
                            return conditional
                                    .matcher(text)
                                    .results()
                                    .map(one -> one.group(1))
                                    .flatMap(name -> found(asked(name), file, text));
                        })
                .toList();
    }

    private static Pattern asked(String name) {
        return Pattern.compile(
                "^(?!\\s*//).*(?<![\\w.'-])" + Pattern.quote(name) + "\\.\\w+", Pattern.MULTILINE);
    }
}
