package no.altinn.local.authorization;

import java.util.List;

/** What the policies say to one question. */
sealed interface PolicyResult {
    /**
     * A rule matches.
     *
     * @param obligations what the asker has to see to
     */
    record Permit(List<RequiredLevel> obligations) implements PolicyResult {
        public Permit {
            obligations = List.copyOf(obligations);
        }
    }

    /** No rule matches. */
    record NotApplicable() implements PolicyResult {}
}
