package no.altinn.rest.door;

import java.util.Optional;

/**
 * What became of a request.
 *
 * @param reply written in a representation: its content is none, a text, bytes or a stored file
 *     whose address stands in the header {@code X-Transfer-From}, and its reason phrase stands in
 *     {@code X-Reason}
 * @param route the template of the route; {@code -} for none
 * @param application the id of the application whose key was sent
 */
public record Answered(Reply reply, String route, Optional<String> application) {}
