package no.altinn.rest.catalogue;

/** What a service is; the names are Altinn's. */
public enum ServiceType {
    FORM_TASK("FormTask"),
    CORRESPONDENCE("Correspondence"),
    LOOKUP("Lookup"),
    BROKER("Broker");

    private final String title;

    ServiceType(String title) {
        this.title = title;
    }

    /** The name in answers. */
    public String title() {
        return title;
    }
}
