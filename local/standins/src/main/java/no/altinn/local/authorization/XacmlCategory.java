package no.altinn.local.authorization;

import java.util.List;

/**
 * Attributes that belong together: of a subject, a resource or an action.
 *
 * @param categoryId one of the constants, or another URN, which no rule looks at
 * @param id what a multi-request refers to it by; empty for none
 */
record XacmlCategory(String categoryId, String id, List<XacmlAttribute> attributes) {
    static final String SUBJECT = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    static final String RESOURCE = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    static final String ACTION = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";

    XacmlCategory {
        attributes = List.copyOf(attributes);
    }
}
