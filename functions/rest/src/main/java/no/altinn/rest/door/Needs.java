package no.altinn.rest.door;

/** Whom a route is for. */
public enum Needs {
    /** Anybody: no login is looked at. */
    NOTHING,
    /** Anybody; who logged in may be asked. */
    ANYBODY,
    /** A user: nobody is 401, an organisation 403. */
    USER,
    /** An organisation, else 401. */
    ORGANISATION,
    /** A service owner: no organisation 401, another organisation 403. */
    SERVICE_OWNER,
    /** A platform access token of an issuer in the settings, else 401. */
    PLATFORM
}
