package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.job.JobTask;
import no.altinn.events.job.OwnJobs;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.app.Http;

import java.time.Clock;
import java.util.Optional;

/** HTTP triggers for consumers that want something done with many deliveries. */
public final class JobFunctions {
    private final Http http;
    private final OwnSubscriptions own;
    private final OwnJobs jobs;
    private final JobAnswer answer;
    private final Clock clock;

    public JobFunctions(
            Http http, OwnSubscriptions own, OwnJobs jobs, JobAnswer answer, Clock clock) {
        this.http = http;
        this.own = own;
        this.jobs = jobs;
        this.answer = answer;
        this.clock = clock;
    }

    /** Begins to make dead deliveries again. */
    @FunctionName("RetryDeadDeliveries")
    public HttpResponseMessage retryDeadDeliveries(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/retry",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    JobTask task = JobBody.retry(exchange, clock);
                    return answer.begun(jobs.deliver(found, task));
                });
    }

    /** Begins to deliver events of a period again. */
    @FunctionName("ReplayEvents")
    public HttpResponseMessage replayEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/replay",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    JobTask task = JobBody.replay(exchange, clock);
                    return answer.begun(jobs.deliver(found, task));
                });
    }

    /** Begins to erase the beginnings of answers. */
    @FunctionName("EraseResponses")
    public HttpResponseMessage eraseResponses(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.DELETE,
                            route = "events/api/v1/subscriptions/{id}/responses",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    return answer.begun(jobs.redact(found));
                });
    }

    /** Lists the newest jobs of a subscription. */
    @FunctionName("ListJobs")
    public HttpResponseMessage listJobs(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/jobs",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    return answer.of(jobs.of(found));
                });
    }

    /** Shows one job. */
    @FunctionName("GetJob")
    public HttpResponseMessage getJob(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/jobs/{jobId}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            @BindingName("jobId") String jobId) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    return answer.of(jobs.find(found, jobId));
                });
    }

    /** Cancels one job; what it has begun goes on. */
    @FunctionName("CancelJob")
    public HttpResponseMessage cancelJob(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.DELETE,
                            route = "events/api/v1/subscriptions/{id}/jobs/{jobId}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            @BindingName("jobId") String jobId) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    return answer.of(jobs.cancel(found, jobId));
                });
    }

    private Subscription find(Exchange exchange, String id) {
        return own.find(exchange.bearer(), SubscriptionId.parse(id));
    }
}
