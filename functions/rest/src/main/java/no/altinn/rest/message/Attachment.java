package no.altinn.rest.message;

/**
 * A file of a message.
 *
 * @param id positive, one within its message
 * @param name what people call it; the file's name without its ending, unless the sender says
 *     something else
 * @param type the attachment rule's name for a form's; empty for a correspondence's
 * @param size in bytes
 * @param file the name of the stored file
 */
public record Attachment(
        int id, String fileName, String name, String type, long size, String file) {}
