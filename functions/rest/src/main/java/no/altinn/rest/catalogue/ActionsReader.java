package no.altinn.rest.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the member {@code Actions}: for each role, by its code, what it may do. */
final class ActionsReader {
    private static final int MOST_ROLES = 100;
    private static final Pattern ROLE = Pattern.compile("[A-Z0-9]{2,20}");
    private static final Map<String, Action> TITLES =
            Arrays.stream(Action.values())
                    .collect(Collectors.toUnmodifiableMap(Action::title, action -> action));
    private static final String EXPECTED =
            "a list of "
                    + Arrays.stream(Action.values())
                            .map(Action::title)
                            .collect(Collectors.joining(", "));

    private ActionsReader() {}

    static Map<String, Set<Action>> read(WrittenObject service) {
        WrittenObject roles = service.object("Actions");
        if (roles.json().size() > MOST_ROLES) {
            service.fault("Actions", "must have at most %d roles".formatted(MOST_ROLES));
            return Map.of();
        }
        Map<String, Set<Action>> actions = new HashMap<>();
        for (String role : codes(roles.json())) {
            if (!ROLE.matcher(role).matches()) {
                roles.fault(role, "must be a role's code, such as DAGL");
            }
            actions.put(role, granted(roles, role));
        }
        return actions;
    }

    private static List<String> codes(JsonNode roles) {
        return roles.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Set<Action> granted(WrittenObject roles, String role) {
        return roles.node(role, EXPECTED, ActionsReader::isList)
                .map(
                        list ->
                                list.valueStream()
                                        .map(title -> TITLES.get(title.textValue()))
                                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private static boolean isList(JsonNode node) {
        return node.isArray()
                && node.valueStream()
                        .allMatch(
                                title ->
                                        title.isTextual() && TITLES.containsKey(title.textValue()));
    }
}
