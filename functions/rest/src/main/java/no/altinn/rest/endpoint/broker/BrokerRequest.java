package no.altinn.rest.endpoint.broker;

import no.altinn.rest.broker.FileStatus;
import no.altinn.rest.broker.Inbox;
import no.altinn.rest.broker.PartyNumber;
import no.altinn.rest.catalogue.ServiceKey;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.TimeParameter;
import no.altinn.rest.door.Visit;
import no.altinn.rest.message.Actor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request about files names. Every method throws {@link RestError} 400 unless it says. */
final class BrokerRequest {
    /** The most recipients that one request asks about. */
    static final int MOST_RECIPIENTS = 100;

    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern EDITION = Pattern.compile("[1-9][0-9]{0,8}");

    private static final String CODE = "serviceCode";
    private static final String EDITION_CODE = "serviceEditionCode";

    private BrokerRequest() {}

    static Actor actor(Visit visit) {
        return new Actor(visit.user(), visit.who());
    }

    /**
     * The file of the address.
     *
     * @throws RestError 404 if no file can have that reference
     */
    static String reference(Visit visit) {
        String text = visit.value("ref").toLowerCase(Locale.ROOT);
        if (!GUID.matcher(text).matches()) {
            throw RestError.notFound();
        }
        return text;
    }

    /** Which files of an inbox are wanted: those that can be fetched, unless the query says. */
    static Inbox.Wanted wanted(Visit visit) {
        return new Inbox.Wanted(
                visit.parameter("fileStatus")
                        .map(BrokerRequest::status)
                        .orElse(FileStatus.UPLOADED),
                visit.parameter(CODE),
                edition(visit),
                TimeParameter.from(visit, "minSentDateTime"),
                TimeParameter.until(visit, "maxSentDateTime"));
    }

    private static FileStatus status(String text) {
        return FileStatus.named(text)
                .orElseThrow(
                        () ->
                                RestError.badRequest(
                                        "The parameter 'fileStatus' must be Initialized, Uploaded"
                                                + " or Downloaded"));
    }

    private static Optional<Integer> edition(Visit visit) {
        Optional<String> text = visit.parameter(EDITION_CODE);
        if (text.isPresent() && !EDITION.matcher(text.get()).matches()) {
            throw RestError.badRequest(
                    "The parameter '%s' must be a whole number".formatted(EDITION_CODE));
        }
        return text.map(Integer::valueOf);
    }

    /** The service that must be named. */
    static ServiceKey service(Visit visit) {
        return new ServiceKey(
                required(visit, CODE), edition(visit).orElseThrow(() -> missing(EDITION_CODE)));
    }

    /** The numbers of parties that must be named, with commas between them. */
    static Set<String> recipients(Visit visit) {
        Set<String> numbers = new LinkedHashSet<>();
        Arrays.stream(required(visit, "recipients").split(",", -1))
                .map(String::strip)
                .forEach(numbers::add);
        if (numbers.size() > MOST_RECIPIENTS || !numbers.stream().allMatch(PartyNumber::isOne)) {
            throw RestError.badRequest(
                    ("The parameter 'recipients' must be 1 to %d organisation numbers or national"
                                    + " numbers with commas between them")
                            .formatted(MOST_RECIPIENTS));
        }
        return numbers;
    }

    static String required(Visit visit, String name) {
        return visit.parameter(name).orElseThrow(() -> missing(name));
    }

    private static RestError missing(String name) {
        return RestError.badRequest("Required parameter '%s' is missing".formatted(name));
    }
}
