package no.altinn.rest.endpoint.openapi;

import no.altinn.rest.door.DoorBed;

import java.util.List;

/** Asks for what is open to anybody and has no tests of its own among those of routes. */
record OpenReads(DoorBed door) {
    private static final String BROKER =
            """
            {"ServiceOwnerCode": "ttd", "ServiceOwnerName": "Testdepartementet",
             "ServiceName": "Filoverføring", "ServiceType": "Broker",
             "ValidFrom": "2020-01-01T00:00:00", "ValidTo": "2099-12-31T00:00:00",
             "Level": 1, "Actions": {"PRIV": ["Read"]}}""";

    void ask() {
        door.put("private/catalogue/4009/1", BROKER).with("PlatformAccessToken", "a").answer();
        for (String path :
                List.of(
                        "",
                        "health",
                        OpenApiRoutes.USERS,
                        OpenApiRoutes.SERVICE_OWNERS,
                        "metadata/broker/4009/1",
                        "metadata/broker/4010/1",
                        "metadata/lookup/4010/1")) {
            door.get(path).without("ApiKey").answer();
        }
    }
}
