package no.altinn.local.claims;

/** The organisation whose client it is when nobody says. */
public final class Digdir {
    /** Its number. */
    public static final String NUMBER = "991825827";

    private Digdir() {}
}
