package no.altinn.events.signing;

import no.altinn.platform.seal.KeyWrapping;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

/**
 * Where the list of data keys is kept. Whoever needs it first makes it. Thread-safe.
 *
 * <p>Every method throws {@link no.altinn.platform.client.Unavailable} when the store, or the
 * keeper of the wrapping key, cannot answer.
 */
public final class DataKeyFile {
    private static final String NAME = "data-keys";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 9;

    private final KeyRecords records;
    private final KeyWrapping wrapping;
    private final SecureRandom random;
    private final Clock clock;

    public DataKeyFile(KeyRecords records, KeyWrapping wrapping, SecureRandom random, Clock clock) {
        this.records = records;
        this.wrapping = wrapping;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The list as it was read.
     *
     * @param record what it was read from
     */
    record Kept(KeyRecord record, DataKeyList list) {}

    /** The list; a new one with one key if there is none. */
    Kept read() {
        return kept().orElseGet(this::begun);
    }

    private Optional<Kept> kept() {
        return records.find(NAME)
                .map(record -> new Kept(record, DataKeyListText.read(record.text())));
    }

    /** Another process may begin at the same time: its list counts then. */
    private Kept begun() {
        DataKeyList first = DataKeyList.beginningWith(created());
        return write(new Kept(KeyRecord.absent(NAME), first), first)
                .or(this::kept)
                .orElseThrow(
                        () -> new IllegalStateException("The data keys come and go by themselves"));
    }

    /**
     * Writes the list in the place of the one that was read.
     *
     * @return what is kept now; empty if it was changed in between, so that nothing was written
     */
    Optional<Kept> write(Kept before, DataKeyList next) {
        KeyRecord record = before.record().with(DataKeyListText.of(next));
        return records.write(record) ? Optional.of(new Kept(record, next)) : Optional.empty();
    }

    /** A new data key, wrapped. */
    DataKey created() {
        byte[] key = new byte[KEY_BYTES];
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(key);
        random.nextBytes(id);
        return new DataKey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                wrapping.wrap(new SecretKeySpec(key, "AES")));
    }
}
