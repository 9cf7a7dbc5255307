package no.altinn.local.store;

import no.altinn.local.host.http.TransferRefused;
import no.altinn.platform.http.QueryParameters;
import no.altinn.rest.file.Transfers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of files, each good for one file, one operation and {@link Transfers#VALID}: {@code
 * files/{name}?op=w&exp={second}&sig={HMAC-SHA-256 of these three}}. The key lives as long as the
 * process. Thread-safe.
 */
final class FolderAddresses {
    private static final String FOLDER = "/files/";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_SECOND = 18;

    /** What may be done at an address. */
    enum Operation {
        READ("r"),
        WRITE("w");

        private final String letter;

        Operation(String letter) {
            this.letter = letter;
        }
    }

    private final byte[] key = new byte[KEY_BYTES];
    private final Clock clock;

    FolderAddresses(Clock clock) {
        new SecureRandom().nextBytes(key);
        this.clock = clock;
    }

    /**
     * An address that counts from now on.
     *
     * @param base what it begins with; it ends in a slash
     */
    URI give(URI base, Operation operation, String name) {
        String ends = Long.toString(clock.instant().plus(Transfers.VALID).getEpochSecond());
        return base.resolve(
                "%s%s?op=%s&exp=%s&sig=%s"
                        .formatted(
                                FOLDER.substring(1),
                                name,
                                operation.letter,
                                ends,
                                signature(operation.letter, ends, name)));
    }

    /**
     * The name of the file at an address.
     *
     * @throws TransferRefused if the address was not given out, for something else, or too long ago
     */
    String nameAt(URI address, Operation operation) throws TransferRefused {
        String path = address.getPath();
        int start = path.indexOf(FOLDER);
        if (start < 0) {
            throw new TransferRefused(404, "There are no files at this address");
        }
        String name = path.substring(start + FOLDER.length());
        QueryParameters query =
                QueryParameters.parse(address.getRawQuery() == null ? "" : address.getRawQuery());
        String letter = query.first("op").orElse("");
        String ends = query.first("exp").orElse("");
        String signature = query.first("sig").orElse("");
        if (!MessageDigest.isEqual(bytes(signature(letter, ends, name)), bytes(signature))) {
            throw new TransferRefused(403, "The signature is not that of this address");
        }
        if (!letter.equals(operation.letter)) {
            throw new TransferRefused(403, "The address is good for another operation");
        }
        // What is signed is a number.
        if (ends.length() > LONGEST_SECOND
                || Long.parseLong(ends) <= clock.instant().getEpochSecond()) {
            throw new TransferRefused(403, "The address has expired");
        }
        return name;
    }

    private String signature(String letter, String ends, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal(bytes(String.join("\n", letter, ends, name)));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
