package no.altinn.rest.lookup;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.client.Reply;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.profile.Profiles;

import java.util.Optional;

/** Asks Altinn Profile. Thread-safe. */
public final class HttpProfiles implements Profiles {
    private static final int NOT_FOUND = 404;

    private final PlatformService profile;

    /**
     * @param profile what {@code internal/user} is below
     */
    public HttpProfiles(PlatformService profile) {
        this.profile = profile;
    }

    @Override
    public Optional<Profile> find(String nationalNumber) {
        Reply reply =
                profile.ask("internal/user", Json.object().put("Ssn", nationalNumber).toString());
        return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(reply));
    }

    private static Profile read(Reply reply) {
        JsonNode json = PlatformService.json(reply);
        return new Profile(
                positive(reply, json.path("userId")),
                positive(reply, json.path("partyId")),
                text(json, "userName"),
                text(json, "phoneNumber"),
                text(json, "email"),
                json.path("isReserved").asBoolean(),
                text(json.path("profileSettingPreference"), "language").flatMap(Language::named));
    }

    private static int positive(Reply reply, JsonNode number) {
        if (!number.canConvertToInt() || number.intValue() < 1) {
            throw new Unavailable(reply.call() + " answered an incomplete user");
        }
        return number.intValue();
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue()).filter(text -> !text.isEmpty());
    }
}
