package no.altinn.platform.auth;

import java.util.Map;
import java.util.OptionalInt;

/** How surely ID-porten knows a person: its {@code acr}, of today and of before. */
public final class AuthenticationLevel {
    private static final Map<String, Integer> LEVELS =
            Map.of(
                    "idporten-loa-low", 0,
                    "idporten-loa-substantial", 3,
                    "Level3", 3,
                    "idporten-loa-high", 4,
                    "Level4", 4);

    private AuthenticationLevel() {}

    /** Altinn's level, 0 to 4; empty for an {@code acr} that is not known. */
    public static OptionalInt of(String acr) {
        return LEVELS.containsKey(acr) ? OptionalInt.of(LEVELS.get(acr)) : OptionalInt.empty();
    }
}
