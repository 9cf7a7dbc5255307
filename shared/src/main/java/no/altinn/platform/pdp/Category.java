package no.altinn.platform.pdp;

import java.util.List;

/** The three parts of a request: their URN, their name on the wire and the letter of their ids. */
enum Category {
    SUBJECT("urn:oasis:names:tc:xacml:1.0:subject-category:access-subject", "accessSubject", "s"),
    ACTION("urn:oasis:names:tc:xacml:3.0:attribute-category:action", "action", "a"),
    RESOURCE("urn:oasis:names:tc:xacml:3.0:attribute-category:resource", "resource", "r");

    final String urn;
    final String wireName;
    final String idPrefix;

    Category(String urn, String wireName, String idPrefix) {
        this.urn = urn;
        this.wireName = wireName;
        this.idPrefix = idPrefix;
    }

    List<Attribute> of(DecisionRequest request) {
        return switch (this) {
            case SUBJECT -> request.subject();
            case ACTION -> request.action();
            case RESOURCE -> request.resource();
        };
    }
}
