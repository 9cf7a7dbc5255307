package no.altinn.local.authorization;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

/**
 * One attribute of a request (XACML JSON profile §4.2.3).
 *
 * @param dataType empty when the request gave none
 * @param included whether the answer repeats it
 */
record XacmlAttribute(String id, String value, String dataType, boolean included) {

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("attributeId", id).put("value", value);
        if (!dataType.isEmpty()) {
            json.put("dataType", dataType);
        }
        return json;
    }
}
