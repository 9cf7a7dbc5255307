package no.altinn.acceptance.infrastructure;

import no.altinn.acceptance.infrastructure.bicep.Deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Built-in roles by their ids, as Azure's reference lists them. */
final class RoleRules {
    private static final Pattern DECLARED =
            Pattern.compile(
                    "(?m)^[^/\\n]*?\\b(\\w+)\\s*[:=][^\\n]*'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+");

    private record Role(String name, String of) {}

    private static final Map<String, Role> ROLES =
            Map.ofEntries(
                    storage("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Blob Data Owner"),
                    storage("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Blob Data Contributor"),
                    storage("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Blob Data Reader"),
                    storage("974c5e8b-45b9-4653-ba55-5f855dd0fb88", "Queue Data Contributor"),
                    storage("c6a89b2d-59bc-44d0-9896-0f6e12d7b80a", "Queue Data Message Sender"),
                    storage("8a0f0c08-91a1-4084-bc3d-661d67233fed", "Queue Data Message Processor"),
                    storage("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Table Data Contributor"),
                    vault("4633458b-17de-408a-b874-0445c86b69e6", "Secrets User"),
                    vault("12338af0-0e69-4776-bea7-57ae8d297424", "Crypto User"),
                    vault("db79e9a7-68ee-4b58-9aeb-b90e7c24fcba", "Certificate User"),
                    Map.entry(
                            "3913510d-42f4-4e42-8a64-420c390055eb",
                            new Role("Monitoring Metrics Publisher", "Microsoft.Insights/")),
                    Map.entry(
                            "d5a91429-5739-47e2-a06b-3470a27159e7",
                            new Role("EventGrid Data Sender", "Microsoft.EventGrid/")),
                    Map.entry(
                            "00000000-0000-0000-0000-000000000002",
                            new Role(
                                    "Cosmos DB Built-in Data Contributor",
                                    "Microsoft.DocumentDB/")));

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every id of a role is one of Azure's, and is called what Azure calls it",
                            RoleRules::calledOtherwise),
                    new Rule(
                            "every role is given for a resource that it is made for",
                            RoleRules::ofOtherResources));

    private RoleRules() {}

    private static Map.Entry<String, Role> storage(String id, String name) {
        return Map.entry(id, new Role("Storage " + name, "Microsoft.Storage/"));
    }

    private static Map.Entry<String, Role> vault(String id, String name) {
        return Map.entry(id, new Role("Key Vault " + name, "Microsoft.KeyVault/"));
    }

    private static List<String> calledOtherwise(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (String file : infrastructure.named(".bicep")) {
            Matcher declared = DECLARED.matcher(infrastructure.text(file));
            while (declared.find()) {
                Role role = ROLES.get(declared.group(2));
                if (role == null || !isCalled(declared.group(1), role.name())) {
                    faults.add(
                            "%s: %s is %s"
                                    .formatted(
                                            file,
                                            declared.group(1),
                                            role == null ? "no role" : role.name()));
                }
            }
        }
        return faults;
    }

    private static boolean isCalled(String declared, String name) {
        return WORD.matcher(declared)
                .results()
                .allMatch(
                        word ->
                                name.toLowerCase(Locale.ROOT)
                                        .contains(word.group().toLowerCase(Locale.ROOT)));
    }

    private static List<String> ofOtherResources(Infrastructure infrastructure) {
        return infrastructure.inEach(
                "Microsoft.Authorization/roleAssignments",
                (deployment, assignment) -> {
                    String id = assignment.properties().path("roleDefinitionId").asText();
                    Role role = ROLES.get(id.substring(id.lastIndexOf('/') + 1));
                    return role != null && scope(assignment).startsWith(role.of())
                            ? Stream.empty()
                            : Stream.of("%s for %s".formatted(id, scope(assignment)));
                });
    }

    /** The name of a role; empty if the table lacks it. */
    static String name(String definition) {
        Role role = ROLES.get(definition.substring(definition.lastIndexOf('/') + 1));
        return role == null ? "" : role.name();
    }

    private static String scope(Deployed assignment) {
        return assignment.body().path("scope").path("type").asText();
    }
}
