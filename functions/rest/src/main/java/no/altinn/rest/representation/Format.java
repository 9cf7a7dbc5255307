package no.altinn.rest.representation;

/** A representation of resources (rest-api.md §2). */
public enum Format {
    HAL_JSON("application/hal+json"),
    HAL_XML("application/hal+xml"),
    JSON("application/json"),
    XML("application/xml");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isXml() {
        return this == XML || this == HAL_XML;
    }

    public boolean isHal() {
        return this == HAL_JSON || this == HAL_XML;
    }
}
