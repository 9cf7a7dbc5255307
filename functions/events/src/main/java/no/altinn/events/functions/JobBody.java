package no.altinn.events.functions;

import no.altinn.events.event.AttributeText;
import no.altinn.events.job.JobTask;
import no.altinn.events.job.Period;
import no.altinn.events.query.InvalidQuery;
import no.altinn.events.query.RecentPeriod;
import no.altinn.platform.app.Exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a consumer wants to be done with many deliveries, as the body of a request tells it. */
final class JobBody {
    private static final int LONGEST_TEXT = 1_024;

    private JobBody() {}

    /**
     * Which dead deliveries are to be made again.
     *
     * @throws InvalidQuery if the period is missing or wrong
     */
    static JobTask retry(Exchange exchange, Clock clock) {
        CommandBody body = CommandBody.read(exchange, "since", "until");
        return new JobTask.Retry(period(body, "since", "until", clock));
    }

    /**
     * Which events are to be delivered again.
     *
     * @throws InvalidQuery if the period is missing or wrong, or a filter is
     */
    static JobTask replay(Exchange exchange, Clock clock) {
        CommandBody body =
                CommandBody.read(exchange, "from", "to", "type", "subject", "onlyMissing");
        Optional<List<String>> types = body.texts("type");
        types.filter(list -> list.isEmpty() || list.size() > JobTask.Replay.MOST_TYPES)
                .ifPresent(
                        list -> {
                            throw new InvalidQuery(
                                    "The 'type' parameter must name 1 to %d types."
                                            .formatted(JobTask.Replay.MOST_TYPES));
                        });
        types.ifPresent(list -> list.forEach(type -> requireText("type", type)));
        Optional<String> subject = body.text("subject");
        subject.ifPresent(text -> requireText("subject", text));
        return new JobTask.Replay(
                period(body, "from", "to", clock),
                types.orElse(List.of()),
                subject,
                body.flag("onlyMissing"));
    }

    private static Period period(CommandBody body, String beginning, String end, Clock clock) {
        RecentPeriod period = new RecentPeriod(clock);
        Instant from =
                body.text(beginning)
                        .map(text -> period.instant(beginning, text))
                        .orElseThrow(
                                () ->
                                        new InvalidQuery(
                                                "The '%s' parameter must be defined."
                                                        .formatted(beginning)));
        Optional<Instant> to = body.text(end).map(text -> period.instant(end, text));
        period.requireOrder(beginning, from, end, to);
        return new Period(from, to.orElse(period.now()));
    }

    private static void requireText(String parameter, String text) {
        if (text.isEmpty() || !AttributeText.fits(text, LONGEST_TEXT)) {
            throw new InvalidQuery(
                    "A text of the '%s' parameter must have 1 to %d characters."
                            .formatted(parameter, LONGEST_TEXT));
        }
        if (!AttributeText.isAllowed(text)) {
            throw new InvalidQuery(
                    "A text of the '%s' parameter %s".formatted(parameter, AttributeText.RULE));
        }
    }
}
