package no.altinn.rest.catalogue;

import no.altinn.rest.language.Text;

/**
 * A role.
 *
 * @param code Altinn's code, for example {@code DAGL}, {@code UTINN}
 * @param isDelegable whether a holder may give it to others
 */
public record RoleDefinition(
        int id, String code, Kind kind, Text name, Text description, boolean isDelegable)
        implements CatalogueItem {
    /** Where a role comes from; Altinn's names. */
    public enum Kind {
        EXTERNAL("External"),
        ALTINN("Altinn"),
        LOCAL("Local");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The name in answers. */
        public String title() {
            return title;
        }
    }
}
