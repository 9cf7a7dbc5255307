package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A token in the making: its header and claims as they are going to be signed. Shapes change it.
 * Not thread-safe.
 *
 * @param certificate of the key that is going to sign it, DER in Base64
 */
record Draft(String certificate, ObjectNode header, ObjectNode claims) {

    /** Puts something else in the place of those claims that are there. */
    void change(List<String> names, UnaryOperator<JsonNode> change) {
        names.stream()
                .filter(claims::has)
                .forEach(name -> claims.set(name, change.apply(claims.get(name))));
    }

    /** Moves a claim that is there to another name. */
    void rename(String from, String to) {
        if (claims.has(from)) {
            claims.set(to, claims.remove(from));
        }
    }
}
