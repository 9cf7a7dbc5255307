package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An account with its databases: finds what a request's path names. Thread-safe. */
final class Account {
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final int ranges;
    private final Replicas replicas;

    /**
     * An empty account.
     *
     * @param ranges how many each container begins with
     */
    Account(int ranges, Replicas replicas) {
        this.ranges = ranges;
        this.replicas = replicas;
    }

    Answer answer(Request request, URI endpoint) {
        List<String> path = request.path();
        boolean isPost = request.method().equals("POST");
        return switch (path.size()) {
            case 0 -> Answers.json(200, describe(endpoint));
            case 1 -> createDatabase(request);
            case 2 -> Answers.json(200, database(path.get(1)).json());
            case 3 -> createContainer(request);
            case 4 -> database(path.get(1)).answerContainer(path.get(3));
            default -> {
                Container container = database(path.get(1)).container(path.get(3));
                yield path.get(4).equals("pkranges") && !isPost
                        ? container.ranges(request)
                        : container.answer(request);
            }
        };
    }

    private ObjectNode describe(URI endpoint) {
        ObjectNode account = Json.object().put("id", "test").put("queryEngineConfiguration", "{}");
        for (String locations : List.of("writableLocations", "readableLocations")) {
            account.putArray(locations)
                    .addObject()
                    .put("name", "here")
                    .put("databaseAccountEndpoint", endpoint.toString());
        }
        account.putObject("userConsistencyPolicy")
                .put("defaultConsistencyLevel", replicas.ofAccount().text());
        for (String policy : List.of("systemReplicationPolicy", "userReplicationPolicy")) {
            account.putObject(policy).put("minReplicaSetSize", 3).put("maxReplicasetSize", 4);
        }
        account.putObject("readPolicy")
                .put("primaryReadCoefficient", 1)
                .put("secondaryReadCoefficient", 1);
        return account;
    }

    private Answer createDatabase(Request request) {
        String name = request.json().path("id").textValue();
        Database database = new Database(name, created.incrementAndGet(), ranges, replicas);
        if (databases.putIfAbsent(name, database) != null) {
            throw new Refusal(409, "The database exists.");
        }
        return Answers.json(201, database.json());
    }

    private Answer createContainer(Request request) {
        Database database = database(request.path().get(1));
        return database.described(201, database.create((ObjectNode) request.json()));
    }

    void split(String container, List<Object> key) {
        databases.values().forEach(database -> database.container(container).split(key));
    }

    private Database database(String nameOrRid) {
        return databases.entrySet().stream()
                .filter(e -> e.getKey().equals(nameOrRid) || e.getValue().rid().equals(nameOrRid))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Resource Not Found"));
    }
}
