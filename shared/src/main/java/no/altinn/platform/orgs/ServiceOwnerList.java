package no.altinn.platform.orgs;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The service owners at one moment. Immutable.
 *
 * @param codes of service owners, by organisation number; each has one at least
 */
record ServiceOwnerList(Map<String, List<String>> codes) implements ServiceOwners {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,50}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    ServiceOwnerList {
        codes = Map.copyOf(codes);
    }

    /** Reads the published list; an entry that has no code or number of the usual form is left. */
    static ServiceOwnerList read(JsonNode document) {
        Map<String, List<String>> codes = new HashMap<>();
        document.path("orgs")
                .properties()
                .forEach(
                        owner -> {
                            String number = owner.getValue().path("orgnr").asText("");
                            if (CODE.matcher(owner.getKey()).matches()
                                    && NUMBER.matcher(number).matches()) {
                                codes.computeIfAbsent(number, key -> new ArrayList<>())
                                        .add(owner.getKey());
                            }
                        });
        return new ServiceOwnerList(codes);
    }

    @Override
    public List<String> codesOf(String organisationNumber) {
        return codes.getOrDefault(organisationNumber, List.of());
    }
}
