package no.altinn.rest.srr;

/** What a rule lets a party do with a service. */
public enum SrrRight {
    READ("Read"),
    WRITE("Write");

    private final String title;

    SrrRight(String title) {
        this.title = title;
    }

    /** The name in answers and bodies. */
    public String title() {
        return title;
    }
}
