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

    /** Subscriptions; {@code dueAt} is there while a validation is pending. */
    public static final ContainerSchema SUBSCRIPTIONS =
            new ContainerSchema(
                    "subscriptions",
                    List.of("/resourceFilter"),
                    List.of("/resourceFilter", "/number", "/consumer", "/validation", "/dueAt"),
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
                    List.of("/subscriptionId", "/status", "/dueAt", "/time"),
                    List.of(),
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

    /** Counters; the one named {@code subscription} holds the last number that was given out. */
    public static final ContainerSchema COUNTERS =
            new ContainerSchema("counters", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** How far the change feed has been read; written by its trigger alone. */
    public static final ContainerSchema LEASES =
            new ContainerSchema("leases", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** What is kept about keys of subscriptions: wrapped data keys, and names of public pages. */
    public static final ContainerSchema KEYS =
            new ContainerSchema("keys", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    /** All of them. */
    public static final List<ContainerSchema> ALL =
            List.of(EVENTS, SUBSCRIPTIONS, DELIVERIES, LOG, COUNTERS, LEASES, KEYS);

    private Containers() {}
}
