package no.altinn.platform.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.client.Call;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks Altinn Profile, showing a platform access token of this system. Thread-safe. */
public final class HttpUserProfiles implements UserProfiles {
    private static final int NOT_FOUND = 404;

    private final PlatformHttp http;
    private final URI users;
    private final String subscriptionKey;
    private final Supplier<String> platformAccessToken;

    /**
     * @param profileBase what {@code internal/user} is below; ends with a slash
     * @param subscriptionKey the key of the platform's gateway
     * @param platformAccessToken gives the token to show, at every call
     */
    public HttpUserProfiles(
            PlatformHttp http,
            URI profileBase,
            String subscriptionKey,
            Supplier<String> platformAccessToken) {
        this.http = http;
        this.users = profileBase.resolve("internal/user");
        this.subscriptionKey = subscriptionKey;
        this.platformAccessToken = platformAccessToken;
    }

    @Override
    public Optional<UserProfile> find(String pid) {
        return find(Json.object().put("Ssn", pid));
    }

    /**
     * The user of an id.
     *
     * @param userId positive
     * @return empty when there is no such user
     * @throws Unavailable if the answer cannot be had now
     */
    public Optional<UserProfile> find(int userId) {
        return find(Json.object().put("UserId", userId));
    }

    private Optional<UserProfile> find(ObjectNode question) {
        Reply reply =
                http.send(
                        Call.post(users, question.toString())
                                .with("Ocp-Apim-Subscription-Key", subscriptionKey)
                                .with(PlatformAccessToken.HEADER, platformAccessToken.get()));
        if (reply.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!reply.succeeded()) {
            throw new Unavailable(reply.toString());
        }
        return Optional.of(profile(reply));
    }

    private static UserProfile profile(Reply reply) {
        JsonNode profile = reply.json();
        return new UserProfile(
                positive(reply, profile.path("userId")),
                profile.path("userName").asText(""),
                positive(reply, profile.path("partyId")),
                uuid(reply, profile.path("party").path("partyUuid").asText("")),
                text(profile.path("party").path("ssn")),
                text(profile.path("profileSettingPreference").path("language")),
                new UserProfile.Contact(
                        text(profile.path("phoneNumber")),
                        text(profile.path("email")),
                        profile.path("isReserved").asBoolean()));
    }

    private static Optional<String> text(JsonNode member) {
        return Optional.ofNullable(member.textValue()).filter(text -> !text.isBlank());
    }

    private static int positive(Reply reply, JsonNode number) {
        if (!number.canConvertToInt() || number.intValue() < 1) {
            throw new Unavailable(reply.call() + " answered an incomplete user");
        }
        return number.intValue();
    }

    private static UUID uuid(Reply reply, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unavailable(reply.call() + " answered a user without UUID", e);
        }
    }
}
