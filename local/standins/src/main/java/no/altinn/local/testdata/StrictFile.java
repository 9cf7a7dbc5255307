package no.altinn.local.testdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the files that developers write. A slip of the pen is an error, not a guess. */
public final class StrictFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictFile() {}

    /**
     * Reads a file's text to a record, member by member.
     *
     * @throws MalformedFile if a member is missing, null, unknown or of another type; the message
     *     names it and its line
     */
    public static <T> T read(String json, Class<T> form) {
        if (json.isBlank()) {
            throw new MalformedFile("line 1: the file is empty");
        }
        try {
            return MAPPER.readValue(json, form);
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }
}
