package no.altinn.rest.login;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.profile.UserProfile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Two persons who are users of Altinn. */
public final class KnownPersons implements Profiles {
    public static final String A = "01909012345";
    public static final String B = "02909012346";

    private static final List<UserProfile> ALL =
            List.of(profile(20000001, 50000001, A), profile(20000002, 50000002, B));

    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean isAway;

    private static UserProfile profile(int userId, int partyId, String number) {
        return new UserProfile(
                userId,
                "",
                partyId,
                new UUID(0, partyId),
                Optional.of(number),
                number.equals(B) ? Optional.of("nn") : Optional.empty(),
                UserProfile.Contact.UNKNOWN);
    }

    /** Makes every question from now on fail. */
    public void goAway() {
        isAway = true;
    }

    /** How many questions were asked. */
    public int questions() {
        return questions.get();
    }

    @Override
    public Optional<UserProfile> ofPerson(String nationalNumber) {
        ask();
        return ALL.stream()
                .filter(one -> one.nationalNumber().equals(Optional.of(nationalNumber)))
                .findFirst();
    }

    @Override
    public Optional<UserProfile> ofUser(int userId) {
        ask();
        return ALL.stream().filter(one -> one.userId() == userId).findFirst();
    }

    private void ask() {
        questions.incrementAndGet();
        if (isAway) {
            throw new Unavailable("Profile is away");
        }
    }
}
