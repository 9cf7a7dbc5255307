package no.altinn.rest.lookup;

import no.altinn.platform.profile.HttpUserProfiles;
import no.altinn.platform.profile.UserProfile;
import no.altinn.rest.language.Language;
import no.altinn.rest.profile.Profile;
import no.altinn.rest.profile.Profiles;

import java.util.Optional;

/** Asks Altinn Profile. Thread-safe. */
public final class HttpProfiles implements Profiles {
    private final HttpUserProfiles users;

    public HttpProfiles(HttpUserProfiles users) {
        this.users = users;
    }

    @Override
    public Optional<Profile> find(String nationalNumber) {
        return users.find(nationalNumber).map(HttpProfiles::profile);
    }

    private static Profile profile(UserProfile user) {
        return new Profile(
                user.userId(),
                user.partyId(),
                Optional.of(user.userName()).filter(name -> !name.isEmpty()),
                user.contact().mobileNumber(),
                user.contact().email(),
                user.contact().isReserved(),
                user.language().flatMap(Language::named));
    }
}
