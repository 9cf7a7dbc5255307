package no.altinn.events.azure.cosmos;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.ContainerSchema.Composite;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;

import java.time.Duration;
import java.util.List;

/**
 * The containers of the database. Cosmos DB does not index partition keys by itself, and a query
 * within one key would scan its neighbours. So they are indexed here, unless a container is read by
 * id only.
 */
public final class Containers {
    /**
     * The database's name. The change feed's binding has it too: not every host resolves settings.
     */
    public static final String DATABASE = "events";

    private static final Duration RETENTION = Duration.ofDays(90);

    /** Events; each has a logical partition of its own, so that a resource may outgrow 20 GB. */
    public static final ContainerSchema EVENTS =
            new ContainerSchema(
                    "events",
                    List.of("/resource", "/id"),
                    List.of(
                            "/resource",
                            "/seq",
                            "/eventId",
                            "/subject",
                            "/alternativesubject",
                            "/type",
                            "/time",
                            "/source"),
                    List.of(
                            Composite.of(Sorted.up("/resource"), Sorted.up("/seq")),
                            Composite.of(Sorted.up("/subject"), Sorted.up("/seq"))),
                    RETENTION);

    /**
     * Subscriptions; {@code dueAt} is there while a validation is pending, and {@code probeAt}
     * while an endpoint is left alone.
     */
    public static final ContainerSchema SUBSCRIPTIONS =
            new ContainerSchema(
                    "subscriptions",
                    List.of("/resourceFilter"),
                    List.of(
                            "/resourceFilter",
                            "/number",
                            "/consumer",
                            "/validation",
                            "/dueAt",
                            "/probeAt"),
                    List.of(),
                    Duration.ZERO);

    /**
     * Deliveries; {@code dueAt} is there while an attempt is due. Each has a logical partition of
     * its own, so that a subscription may outgrow 20 GB.
     */
    public static final ContainerSchema DELIVERIES =
            new ContainerSchema(
                    "deliveries",
                    List.of("/subscriptionId", "/id"),
                    List.of("/subscriptionId", "/dueAt"),
                    List.of(
                            Composite.of(
                                    Sorted.up("/subscriptionId"),
                                    Sorted.up("/time"),
                                    Sorted.up("/id")),
                            Composite.of(
                                    Sorted.up("/subscriptionId"),
                                    Sorted.up("/status"),
                                    Sorted.up("/time"),
                                    Sorted.up("/id"))),
                    RETENTION);

    /**
     * The delivery log. It is no part of the deliveries: there, the entries that concern no
     * subscription would all lie in one logical partition.
     */
    public static final ContainerSchema LOG =
            new ContainerSchema(
                    "log",
                    List.of("/subscriptionId", "/id"),
                    List.of("/subscriptionId", "/time"),
                    List.of(Composite.of(Sorted.up("/subscriptionId"), Sorted.down("/time"))),
                    RETENTION);

    /** What consumers have asked to be done with their deliveries: retries, replays, releases. */
    public static final ContainerSchema JOBS =
            new ContainerSchema(
                    "jobs",
                    List.of("/subscriptionId", "/id"),
                    List.of("/subscriptionId", "/status", "/dueAt"),
                    List.of(Composite.of(Sorted.up("/subscriptionId"), Sorted.down("/time"))),
                    Duration.ofDays(30));

    /** How many attempts succeeded and failed, by subscription and hour. */
    public static final ContainerSchema STATISTICS =
            new ContainerSchema(
                    "statistics",
                    List.of("/subscriptionId", "/id"),
                    List.of("/subscriptionId", "/hour"),
                    List.of(),
                    RETENTION);

    /** What is kept about keys of subscriptions: wrapped data keys, and names of public pages. */
    public static final ContainerSchema KEYS =
            new ContainerSchema("keys", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** The next free time of each subscription whose endpoint takes so many events a minute. */
    public static final ContainerSchema RATES =
            new ContainerSchema("rates", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** Counters; the one named {@code subscription} holds the last number that was given out. */
    public static final ContainerSchema COUNTERS =
            new ContainerSchema("counters", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** How far the change feed has been read; written by its trigger alone. */
    public static final ContainerSchema LEASES =
            new ContainerSchema("leases", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** All of them. */
    public static final List<ContainerSchema> ALL =
            List.of(
                    EVENTS,
                    SUBSCRIPTIONS,
                    DELIVERIES,
                    LOG,
                    JOBS,
                    STATISTICS,
                    KEYS,
                    RATES,
                    COUNTERS,
                    LEASES);

    private Containers() {}
}
