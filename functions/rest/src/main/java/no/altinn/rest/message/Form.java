package no.altinn.rest.message;

/**
 * A form of a message.
 *
 * @param id positive, one within its message
 * @param isMain whether it is the message's main form
 * @param name as the service calls it
 */
public record Form(
        int id,
        boolean isMain,
        String dataFormatId,
        int dataFormatVersion,
        String name,
        FormData data) {
    /** The same form with other data. */
    public Form with(FormData other) {
        return new Form(id, isMain, dataFormatId, dataFormatVersion, name, other);
    }

    /** Where a form's XML is. */
    public sealed interface FormData {
        /** In the message's own record: forms of up to 256 KiB together. */
        record Inline(String xml) implements FormData {}

        /**
         * In a file.
         *
         * @param file its name
         */
        record Filed(String file) implements FormData {}
    }
}
