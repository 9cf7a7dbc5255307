package no.altinn.rest.door;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The grant to read or to write: {@code Message.read}, {@code Message.write}. */
    public String grant(boolean isRead) {
        return title + (isRead ? ".read" : ".write");
    }

    /** Every grant that there is. */
    public static Set<String> grants() {
        return Arrays.stream(values())
                .flatMap(each -> Stream.of(each.grant(true), each.grant(false)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
