package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;

import java.util.function.Predicate;

/**
 * What the string of one attribute must be.
 *
 * @param longest the most characters (Unicode code points)
 * @param form whether a text that is allowed and not empty is of the attribute's type
 * @param expected the type in words that go on after "must"
 */
record AttributeRule(int longest, Predicate<String> form, String expected) {

    /** A rule for any text of so many characters. */
    static AttributeRule text(int longest) {
        return new AttributeRule(longest, text -> true, "be a string");
    }

    /**
     * Holds a value to the rule.
     *
     * @param name the attribute as the sender named it
     * @throws InvalidEvent if the value breaks the rule
     */
    void check(String name, Value value) {
        if (value.token() != JsonToken.VALUE_STRING || value.text().isEmpty()) {
            throw refused(name, "must be a string that is not empty.");
        }
        checkText(name, value.text());
        if (!form.test(value.text())) {
            throw refused(name, "must " + expected + ".");
        }
    }

    /**
     * Holds a text, which may be empty, to what is not the attribute's alone.
     *
     * @throws InvalidEvent if the text is too long, or is no text of CloudEvents
     */
    void checkText(String name, String text) {
        if (!AttributeText.fits(text, longest)) {
            throw refused(name, "must not be longer than %d characters.".formatted(longest));
        }
        if (!AttributeText.isAllowed(text)) {
            throw refused(name, AttributeText.RULE);
        }
    }

    static InvalidEvent refused(String name, String why) {
        return InvalidEvent.ofAttribute(name, why);
    }
}
