package no.altinn.rest.catalogue;

/** What may be done with a service's messages; Altinn's names. */
public enum Action {
    READ("Read"),
    WRITE("Write"),
    SIGN("Sign"),
    ARCHIVE_READ("ArchiveRead"),
    ARCHIVE_DELETE("ArchiveDelete");

    private final String title;

    Action(String title) {
        this.title = title;
    }

    /** The name in answers and rules. */
    public String title() {
        return title;
    }
}
