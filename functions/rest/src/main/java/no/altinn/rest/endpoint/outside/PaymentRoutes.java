package no.altinn.rest.endpoint.outside;

import no.altinn.platform.http.QueryParameters;
import no.altinn.rest.application.Application;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Endpoint;
import no.altinn.rest.door.Needs;
import no.altinn.rest.door.Reply;
import no.altinn.rest.door.RestError;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Routes;
import no.altinn.rest.door.Visit;
import no.altinn.rest.endpoint.message.PaymentAddress;
import no.altinn.rest.message.Actor;
import no.altinn.rest.message.MessageId;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.payment.NextStep;
import no.altinn.rest.payment.PayForForm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Payments, at which browsers come by with a cookie and without a key: the link of a message leads
 * to the page on which people pay, and that page leads to {@code …/return}.
 */
public final class PaymentRoutes implements Routes {
    private static final String REFERENCE = "reference";
    private static final Set<String> SCOPES = Set.of("altinn:enduser", "altinn:instances.write");

    private final PayForForm payments;
    private final Function<String, Optional<Application>> applications;

    /**
     * @param applications finds an application by its id
     */
    public PaymentRoutes(
            PayForForm payments, Function<String, Optional<Application>> applications) {
        this.payments = payments;
        this.applications = applications;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("payment/{who}/{id}", this::begin),
                get("payment/{who}/{id}/return", this::end));
    }

    private static Route get(String template, Endpoint endpoint) {
        return Route.of("GET", template, Category.MESSAGE, Needs.USER, SCOPES, endpoint)
                .withoutKey();
    }

    private Reply begin(Visit visit) {
        WayBack back = WayBack.of(visit, applications);
        MessageId id = id(visit);
        NextStep next = payments.begin(actor(visit), id);
        return next instanceof NextStep.Pay pay
                ? redirect(page(pay, PaymentAddress.of(visit, id) + "/return", back))
                : archived(visit, back, ((NextStep.Done) next).archived());
    }

    private static String page(NextStep.Pay pay, String returning, WayBack back) {
        String here =
                QueryParameters.appended(
                        returning, back.parameters().with(REFERENCE, pay.reference()).toString());
        return QueryParameters.appended(
                pay.page().toASCIIString(),
                QueryParameters.parse("")
                        .with(REFERENCE, pay.reference())
                        .with("returnurl", here)
                        .toString());
    }

    private Reply end(Visit visit) {
        WayBack back = WayBack.of(visit, applications);
        String reference =
                visit.parameter(REFERENCE)
                        .orElseThrow(
                                () -> RestError.badRequest("The parameter reference is missing"));
        return archived(visit, back, payments.end(actor(visit), id(visit), reference));
    }

    private static Reply archived(Visit visit, WayBack back, MessageId id) {
        String resource = visit.whoAddress("messages/" + id);
        return back.leadingTo(resource)
                .map(PaymentRoutes::redirect)
                .orElseGet(() -> Reply.done().with("Location", resource));
    }

    /** Where a browser goes on learns nothing of where it was: references are in addresses. */
    private static Reply redirect(String address) {
        return Reply.redirect(address).with("Referrer-Policy", "no-referrer");
    }

    private static Actor actor(Visit visit) {
        return new Actor(visit.user(), visit.who());
    }

    private static MessageId id(Visit visit) {
        return MessageId.parse(visit.value("id")).orElseThrow(Refusal.Absent::new);
    }
}
