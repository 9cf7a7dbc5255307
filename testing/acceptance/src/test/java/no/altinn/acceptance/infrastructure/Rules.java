package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.stream.Stream;

/** The table of all rules. */
final class Rules {
    static final List<Rule> ALL =
            Stream.of(
                            RoleRules.RULES,
                            AccessRules.RULES,
                            ScaleRules.RULES,
                            FunctionRules.RULES,
                            SettingRules.RULES,
                            StorageRules.RULES,
                            LogRules.RULES,
                            AlertRules.RULES,
                            QueryRules.RULES,
                            NetworkRules.RULES,
                            PrivateEndpointRules.RULES,
                            DoorRules.RULES,
                            NameRules.RULES,
                            ParameterRules.RULES,
                            CompilerRules.RULES,
                            UpgradeRules.RULES)
                    .flatMap(List::stream)
                    .toList();

    private Rules() {}
}
