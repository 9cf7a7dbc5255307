package no.altinn.platform.pdp;

/** The names of the attributes that policies speak of. */
public final class AttributeId {
    public static final String ACTION = "urn:oasis:names:tc:xacml:1.0:action:action-id";
    public static final String APP = "urn:altinn:app";
    public static final String APP_RESOURCE = "urn:altinn:appresource";
    public static final String EVENT_ID = "urn:altinn:event-id";
    public static final String EVENT_SOURCE = "urn:altinn:eventsource";
    public static final String EVENT_TYPE = "urn:altinn:eventtype";
    public static final String INSTANCE_ID = "urn:altinn:instance-id";
    public static final String ORG = "urn:altinn:org";
    public static final String ORGANISATION_NUMBER = "urn:altinn:organizationnumber";
    public static final String ORGANISATION_IDENTIFIER = "urn:altinn:organization:identifier-no";
    public static final String PARTY_ID = "urn:altinn:partyid";
    public static final String PARTY_URN_ID = "urn:altinn:party:id";
    public static final String PARTY_UUID = "urn:altinn:party:uuid";
    public static final String PERSON_IDENTIFIER = "urn:altinn:person:identifier-no";
    public static final String RESOURCE_INSTANCE = "urn:altinn:resource:instance-id";
    public static final String SCOPE = "urn:scope";
    public static final String SESSION_ID = "urn:altinn:sessionid";
    public static final String SYSTEM_USER = "urn:altinn:systemuser:uuid";
    public static final String USER_ID = "urn:altinn:userid";

    private AttributeId() {}
}
