package no.altinn.rest.form;

/** How far a form is to go. */
public enum Goal {
    /** It stays in Utfylling: {@code complete=false}. */
    FILLING,
    /** It waits for a signature: {@code sign=false}. */
    SIGNING,
    /** It is signed and sent in. */
    SENT;

    /** The goal that the two flags of a request name. */
    public static Goal of(boolean complete, boolean sign) {
        if (!complete) {
            return FILLING;
        }
        return sign ? SENT : SIGNING;
    }
}
