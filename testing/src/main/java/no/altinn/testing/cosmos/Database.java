package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A database and its containers. Thread-safe. */
final class Database {
    private final String name;
    private final int number;
    private final int ranges;
    private final Replicas replicas;
    private final Map<String, Container> containers = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();

    /**
     * An empty database.
     *
     * @param ranges how many its containers begin with
     */
    Database(String name, int number, int ranges, Replicas replicas) {
        this.name = name;
        this.number = number;
        this.ranges = ranges;
        this.replicas = replicas;
    }

    String rid() {
        return ResourceIds.ofDatabase(number);
    }

    ObjectNode json() {
        return withSystemProperties(
                Json.object().put("id", name), rid(), "dbs/%s/".formatted(rid()));
    }

    Container create(ObjectNode definition) {
        String rid = ResourceIds.ofContainer(number, created.incrementAndGet());
        String self = "dbs/%s/colls/%s/".formatted(rid(), rid);
        Container container =
                new Container(withSystemProperties(definition, rid, self), ranges, replicas);
        if (containers.putIfAbsent(definition.path("id").textValue(), container) != null) {
            throw new Refusal(409, "The container exists.");
        }
        return container;
    }

    private static ObjectNode withSystemProperties(ObjectNode json, String rid, String self) {
        return json.put("_rid", rid)
                .put("_self", self)
                .put("_etag", "\"1\"")
                .put("_ts", 1_700_000_000);
    }

    /** A container by its name or its {@code _rid}. */
    Container container(String nameOrRid) {
        return containers.entrySet().stream()
                .filter(e -> e.getKey().equals(nameOrRid) || e.getValue().rid().equals(nameOrRid))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, 1003, "Owner resource does not exist"));
    }

    Answer answerContainer(String nameOrRid) {
        Container container =
                containers.values().stream()
                        .filter(c -> c == containers.get(nameOrRid) || c.rid().equals(nameOrRid))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(404, "Resource Not Found"));
        return described(200, container);
    }

    Answer described(int status, Container container) {
        return Answers.json(status, container.definition())
                .with("x-ms-alt-content-path", "dbs/" + name);
    }
}
