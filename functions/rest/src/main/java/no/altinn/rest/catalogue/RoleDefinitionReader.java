package no.altinn.rest.catalogue;

import no.altinn.rest.catalogue.RoleDefinition.Kind;

import java.util.List;
import java.util.regex.Pattern;

/** Reads a role that everybody may hold; local ones are an organisation's own. */
final class RoleDefinitionReader {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,20}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private RoleDefinitionReader() {}

    static RoleDefinition read(WrittenObject json, boolean isKept) {
        Kind kind = json.oneOf("RoleType", List.of(Kind.EXTERNAL, Kind.ALTINN), Kind::title);
        boolean isDelegable = json.flag("IsDelegable");
        if (isDelegable && kind == Kind.EXTERNAL) {
            json.fault("IsDelegable", "must be false: an External role is given by a register");
        }
        RoleDefinition role =
                new RoleDefinition(
                        json.number("RoleDefinitionId", 1, Integer.MAX_VALUE),
                        json.matching(
                                "RoleDefinitionCode", CODE, "2 to 20 capital letters and digits"),
                        kind,
                        json.translated("RoleName", LONGEST_NAME),
                        json.translated("RoleDescription", LONGEST_DESCRIPTION),
                        isDelegable);
        if (!isKept) {
            json.finish();
        }
        return role;
    }
}
