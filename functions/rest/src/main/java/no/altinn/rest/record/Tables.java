package no.altinn.rest.record;

import java.util.List;

/** The tables of the app (rest-api.md §5). */
public final class Tables {
    /** The name of the database in Cosmos DB. */
    public static final String DATABASE = "rest";

    /** Messages of all boxes; {@code state} tells the box from the bin. */
    public static final Table MESSAGES =
            new Table("messages", "reportee", List.of("state", "lastChanged", "service"), true);

    /**
     * Roles and rights that are given from party to party; {@code number} is what clients know them
     * by.
     */
    public static final Table DELEGATIONS =
            new Table(
                    "delegations",
                    "offeredBy",
                    List.of("coveredBy", "role", "service", "number"),
                    true);

    /**
     * Files that parties sent each other; {@code recipients} has each recipient's number with the
     * status that the file has for it.
     */
    public static final Table TRANSFERS =
            new Table(
                    "transfers",
                    "service",
                    List.of("sender", "sent"),
                    List.of("recipients"),
                    true,
                    true);

    /**
     * What has happened to messages, delegations and files of services, in the order in which it
     * was written here.
     */
    public static final Table HAPPENINGS =
            new Table("happenings", "id", List.of("service", "at"), false);

    /**
     * Users by id, and their login names, each an entry of its own so that a name is taken once.
     */
    public static final Table USERS = new Table("users", "id", List.of("owner"), false);

    /** Applications by the SHA-256 of their key. */
    public static final Table APPLICATIONS =
            new Table("applications", "id", List.of("application"), false);

    /** What a login leaves for a while: failures, states of browser logins. */
    public static final Table LOGINS = new Table("logins", "id", List.of(), false);

    /** Services, code lists, role definitions. */
    public static final Table SERVICES = new Table("services", "owner", List.of("kind"), false);

    /** Which roles may do what with a service, and which parties a service admits. */
    public static final Table RULES = new Table("rules", "owner", List.of("service"), false);

    /** Contact information of organisations; {@code address} is an e-mail address or a number. */
    public static final Table CONTACTS = new Table("contacts", "owner", List.of("address"), false);

    /** Who read which message. */
    public static final Table READS = new Table("reads", "message", List.of("at"), false);

    /** All of them. */
    public static final List<Table> ALL =
            List.of(
                    MESSAGES,
                    DELEGATIONS,
                    TRANSFERS,
                    HAPPENINGS,
                    USERS,
                    APPLICATIONS,
                    LOGINS,
                    SERVICES,
                    RULES,
                    CONTACTS,
                    READS);

    private Tables() {}
}
