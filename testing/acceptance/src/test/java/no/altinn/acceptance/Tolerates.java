package no.altinn.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test in the browser takes for right that would else fail it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tolerates {
    /**
     * Regular expressions of console errors that the test is about. Chromium tells there of every
     * answer from 400 on: {@code "status of 401"}.
     */
    String[] consoleErrors() default {};

    /** Whether pages may ask other machines; none is reached. */
    boolean foreignRequests() default false;
}
