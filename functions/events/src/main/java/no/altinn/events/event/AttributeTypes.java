package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types that attributes may have (CloudEvents 1.0.2 §Type System, JSON format §2.2). */
final class AttributeTypes {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final int LONGEST_INTEGER = "-2147483648".length();

    private AttributeTypes() {}

    /** Whether an attribute may have this name (§Naming Conventions). */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether it is a JSON number without fraction and exponent, of 32 bits. */
    static boolean isInteger(Value value) {
        if (value.token() != JsonToken.VALUE_NUMBER_INT
                || value.text().length() > LONGEST_INTEGER) {
            return false;
        }
        long number = Long.parseLong(value.text());
        return number == (int) number;
    }

    /** Whether it is Base64 with its padding (RFC 4648 §4), which may be empty. */
    static boolean isBase64(String text) {
        try {
            return text.length() % 4 == 0 && Base64.getDecoder().decode(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it is a URI or a relative reference (RFC 3986 §4.1). */
    static boolean isUriReference(String text) {
        return uri(text).isPresent();
    }

    /** Whether it is a URI with a scheme; a fragment is taken too. */
    static boolean isAbsoluteUri(String text) {
        return uri(text).filter(URI::isAbsolute).isPresent();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
