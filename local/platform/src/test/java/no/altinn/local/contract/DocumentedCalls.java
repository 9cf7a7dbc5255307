package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Requests that together get every answer which the documents name, but for those of outages. */
final class DocumentedCalls {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String NOBODY = "subscriptions/2147483647";
    private static final String APP = "app/ttd/documented";
    private static final String EXCHANGE = "authentication/api/v1/exchange/";
    private static final int TOO_MUCH = 1024 * 1024 + 1;

    private final Platform platform;
    private final Tokens tokens;
    private final String resource = Platform.resource();

    DocumentedCalls(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    Stream<Call> all() {
        return Stream.of(
                        publishing(),
                        reading(),
                        readingApps(),
                        subscribing(),
                        ofOne(subscription()),
                        trusted(),
                        bodies(),
                        new DocumentedDeliveries(platform).all(),
                        forAnyone(),
                        tokens())
                .flatMap(calls -> calls);
    }

    /** The call, and the same by a client that wants problem details. */
    private static Stream<Call> bothWays(Call call) {
        return Stream.of(call, call.header("Accept", PROBLEM));
    }

    private Call published(String event) {
        return platform.api("POST", "events").body(CLOUD_EVENT, event);
    }

    private Stream<Call> publishing() {
        String event = EventText.on(resource).json();
        String ofApp =
                Json.object()
                        .put("source", "https://ttd.example/ttd/documented/instances/1/x")
                        .put("specversion", "1.0")
                        .put("type", "t")
                        .put("subject", "/party/50000001")
                        .toString();
        Call app = platform.api("POST", "app").json(ofApp).bearer(tokens.personA());
        Call byApp = app.platformAccess(tokens.app("documented"));
        return Stream.of(
                        Stream.of(published(event).bearer(tokens.ttd())),
                        Stream.of(published("{}").bearer(tokens.ttd())),
                        bothWays(published(event)),
                        bothWays(published(event).bearer(tokens.personA())),
                        Stream.of(byApp),
                        Stream.of(byApp.json("{}")),
                        bothWays(platform.api("POST", "app").json(ofApp)),
                        Stream.of(app.platformAccess(tokens.app("another"))),
                        bothWays(app))
                .flatMap(calls -> calls);
    }

    private Stream<Call> reading() {
        Call read = platform.reading(resource, "");
        return Stream.of(
                        Stream.of(read.bearer(tokens.ttd())),
                        Stream.of(platform.api("GET", "events").bearer(tokens.ttd())),
                        bothWays(read),
                        bothWays(read.bearer(tokens.serviceOwner("ttd", "altinn:other"))))
                .flatMap(calls -> calls);
    }

    private Stream<Call> readingApps() {
        return Stream.of(APP, "app/party")
                .flatMap(
                        path -> {
                            Call unit = platform.api("GET", path + "?after=0&unit=310000001");
                            Call nobody = platform.api("GET", path + "?after=0&unit=999999999");
                            Call person = platform.api("GET", path + "?after=0&party=50000001");
                            return Stream.of(
                                            Stream.of(unit.bearer(tokens.ttd())),
                                            Stream.of(person.bearer(tokens.personA())),
                                            Stream.of(
                                                    platform.api("GET", path).bearer(tokens.ttd())),
                                            bothWays(unit),
                                            bothWays(nobody.bearer(tokens.ttd())))
                                    .flatMap(calls -> calls);
                        });
    }

    private Call subscribe(String members) {
        return platform.api("POST", "subscriptions")
                .json("{\"endPoint\":\"https://altinn.no/in\"%s}".formatted(members));
    }

    private Stream<Call> subscribing() {
        Call wanted = subscribe(",\"resourceFilter\":\"" + resource + "\"");
        Call list = platform.api("GET", "subscriptions");
        return Stream.of(
                        Stream.of(wanted.bearer(tokens.ttd())),
                        Stream.of(wanted.json("[]").bearer(tokens.ttd())),
                        Stream.of(wanted.json("{}").bearer(tokens.ttd())),
                        bothWays(wanted),
                        bothWays(wanted.bearer(tokens.serviceOwner("ttd", "altinn:other"))),
                        Stream.of(wanted.bearer(tokens.personA())),
                        Stream.of(list.bearer(tokens.ttd())),
                        bothWays(list))
                .flatMap(calls -> calls);
    }

    private int subscription() {
        return new Subscriber(platform, tokens.ttd())
                .subscribe(platform.inbox().endPoint(), Map.of("resourceFilter", resource))
                .json()
                .path("id")
                .asInt();
    }

    private Stream<Call> ofOne(int id) {
        String path = "subscriptions/" + id;
        Stream<Call> refused =
                Stream.of("GET", "DELETE")
                        .flatMap(
                                method ->
                                        Stream.of(
                                                        Stream.of(
                                                                platform.api(
                                                                                method,
                                                                                "subscriptions/x")
                                                                        .bearer(tokens.ttd())),
                                                        bothWays(platform.api(method, path)),
                                                        bothWays(
                                                                platform.api(method, path)
                                                                        .bearer(tokens.skd())),
                                                        bothWays(
                                                                platform.api(method, NOBODY)
                                                                        .bearer(tokens.ttd())))
                                                .flatMap(calls -> calls));
        return Stream.concat(
                refused,
                Stream.of(
                        platform.api("PUT", "subscriptions/validate/" + id)
                                .platformAccess(tokens.platform()),
                        platform.api("GET", path).bearer(tokens.ttd()),
                        platform.api("DELETE", path).bearer(tokens.ttd())));
    }

    private Stream<Call> trusted() {
        String event = EventText.on(resource).json();
        String entry =
                "{\"cloudEventId\":\"%s\",\"endpoint\":\"https://altinn.no\",\"statusCode\":200}"
                        .formatted(UUID.randomUUID());
        Stream<Call> events =
                Stream.of("storage/events", "inbound", "outbound", "push")
                        .map(path -> platform.api("POST", path).body(CLOUD_EVENT, event));
        Call log = platform.api("POST", "storage/events/logs").json(entry);
        Call nobody = platform.api("PUT", NOBODY.replace("/", "/validate/"));
        Stream<Call> taken =
                Stream.concat(events, Stream.of(log))
                        .flatMap(
                                call -> {
                                    Call known = call.platformAccess(tokens.platform());
                                    String type = call.headers().get("Content-Type");
                                    return Stream.of(
                                                    Stream.of(known, known.body(type, "{}")),
                                                    bothWays(call),
                                                    bothWays(call.bearer(tokens.ttd())))
                                            .flatMap(calls -> calls);
                                });
        return Stream.of(
                        taken,
                        bothWays(nobody),
                        bothWays(nobody.bearer(tokens.ttd())),
                        bothWays(nobody.platformAccess(tokens.platform())),
                        Stream.of(
                                platform.api("PUT", "subscriptions/validate/x")
                                        .platformAccess(tokens.platform())),
                        erasing())
                .flatMap(calls -> calls);
    }

    private Stream<Call> erasing() {
        EventText event = EventText.on(resource);
        platform.publish(event);
        String path = "storage/events/" + resource + "/";
        Call erase = platform.api("DELETE", path + event.id() + "?source=" + EventText.SOURCE);
        Call nothing = platform.api("DELETE", path + "nothing?source=urn:x");
        return Stream.of(
                        bothWays(erase),
                        bothWays(erase.bearer(tokens.ttd())),
                        Stream.of(erase.platformAccess(tokens.platform())),
                        bothWays(nothing.platformAccess(tokens.platform())),
                        Stream.of(
                                platform.api("DELETE", path + "1")
                                        .platformAccess(tokens.platform())))
                .flatMap(calls -> calls);
    }

    /** What is wrong with bodies, of whatever they are. */
    private Stream<Call> bodies() {
        Endpoint receiver = new Endpoint("POST", "tests/webhookreceiver", JSON, "{}");
        List<UnaryOperator<Call>> faults =
                List.of(
                        call -> call.chunked(call.headers().get("Content-Type"), "{}"),
                        call ->
                                call.body(
                                        call.headers().get("Content-Type"),
                                        "\"" + "x".repeat(TOO_MUCH) + "\""),
                        call -> call.header("Content-Encoding", "gzip"));
        return Stream.concat(RequestRulesTest.WITH_BODY.stream(), Stream.of(receiver))
                .flatMap(
                        endpoint -> {
                            Call call =
                                    endpoint.on(platform)
                                            .bearer(tokens.ttd())
                                            .platformAccess(tokens.platform());
                            return faults.stream().map(fault -> fault.apply(call));
                        });
    }

    private Stream<Call> forAnyone() {
        Call receiver = platform.api("POST", "tests/webhookreceiver");
        Stream<Call> documents =
                Stream.of(
                                "events/api/v1/openapi.json",
                                "events/api/v1/asyncapi.json",
                                "authentication/api/v1/openapi.json")
                        .map(path -> platform.call("GET", path))
                        .flatMap(call -> Stream.of(call, call.header("If-None-Match", "*")));
        String openId = "authentication/api/v1/openid/.well-known/openid-configuration";
        return Stream.concat(
                documents,
                Stream.of(
                        platform.api("GET", "health"),
                        platform.call("GET", openId),
                        platform.call("GET", openId + "/jwks"),
                        receiver.json("{}"),
                        receiver.body(JSON, new byte[] {(byte) 0xFF})));
    }

    private Call exchange(String provider) {
        return platform.call("GET", EXCHANGE + provider);
    }

    private Stream<Call> tokens() {
        String outside = organisation();
        Call maskinporten = exchange("maskinporten").bearer(outside);
        Call refresh = platform.call("GET", "authentication/api/v1/refresh");
        return Stream.of(
                        inTextAndJson(maskinporten),
                        inTextAndJson(exchange("Feide").bearer(outside)),
                        Stream.of(exchange("maskinporten?test=%FF").bearer(outside)),
                        bothWays(exchange("maskinporten")),
                        bothWays(exchange("id-porten").bearer(person())),
                        Stream.of(
                                maskinporten.header(
                                        "X-Altinn-EnterpriseUser-Authentication", "dTpw")),
                        inTextAndJson(refresh.bearer(tokens.personA())),
                        bothWays(refresh))
                .flatMap(calls -> calls);
    }

    private static Stream<Call> inTextAndJson(Call call) {
        return Stream.of(call, call.header("Accept", JSON));
    }

    private ObjectNode living(String issuer, String scope) {
        Instant now = Instant.now();
        return Json.object()
                .put("iss", platform.base() + issuer)
                .put("scope", scope)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(Duration.ofMinutes(2)).getEpochSecond());
    }

    /** A token of Maskinporten, of service owner ttd. */
    String organisation() {
        ObjectNode claims = living("maskinporten/", "altinn:serviceowner").put("client_id", "c");
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:991825827");
        return platform.keys().maskinporten().sign(claims);
    }

    /** A token of ID-porten without a scope of Altinn's. */
    private String person() {
        ObjectNode claims =
                living("idporten", "openid")
                        .put("client_id", "c")
                        .put("pid", "01909012345")
                        .put("acr", "idporten-loa-high");
        return platform.keys().idPorten().sign(claims);
    }
}
