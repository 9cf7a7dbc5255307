package no.altinn.testing.node;

/**
 * What a tool ended with.
 *
 * @param status what it ended with; 0 if all went well
 * @param output what it wrote, to both of its streams, in UTF-8; of more than 1 MiB the first half
 *     and the last
 */
public record ToolResult(int status, String output) {}
