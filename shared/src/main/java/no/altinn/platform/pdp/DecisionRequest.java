package no.altinn.platform.pdp;

import java.util.List;

/**
 * May the subject do the action to the resource? Immutable.
 *
 * @param subject who
 * @param action what, see {@link #action}
 * @param resource to what
 */
public record DecisionRequest(
        List<Attribute> subject, List<Attribute> action, List<Attribute> resource) {

    public DecisionRequest {
        subject = List.copyOf(subject);
        action = List.copyOf(action);
        resource = List.copyOf(resource);
    }

    /** The attributes of an action such as {@code read}. */
    public static List<Attribute> action(String name) {
        return List.of(Attribute.of(AttributeId.ACTION, name));
    }
}
