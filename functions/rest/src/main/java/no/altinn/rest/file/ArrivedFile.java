package no.altinn.rest.file;

/**
 * A file that a front has sent to the store.
 *
 * @param name in the store
 * @param length in bytes
 * @param md5 its checksum, 16 bytes in Base64, as the store has computed it
 */
public record ArrivedFile(String name, long length, String md5) {}
