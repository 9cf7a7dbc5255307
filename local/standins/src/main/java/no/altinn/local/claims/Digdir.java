package no.altinn.local.claims;

/** The organisation that clients and tokens belong to by default. */
public final class Digdir {
    /** Its number. */
    public static final String NUMBER = "991825827";

    private Digdir() {}
}
