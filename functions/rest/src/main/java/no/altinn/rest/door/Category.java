package no.altinn.rest.door;

/** What an ApiKey is granted (rest-api.md §1): for each category, to read or to write. */
public enum Category {
    USER_PROFILE("UserProfile"),
    ORGANIZATION("Organization"),
    MESSAGE("Message"),
    AUTHORIZATION("Authorization"),
    LOOKUP("LookUp"),
    BROKER("Broker"),
    ENTERPRISE_USERS("EnterpriseUsers"),
    SERVICE_OWNER("ServiceOwner");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** The name in grants, for example {@code Message} in {@code Message.read}. */
    public String title() {
        return title;
    }
}
