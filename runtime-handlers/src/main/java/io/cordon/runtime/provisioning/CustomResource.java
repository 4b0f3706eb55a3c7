package io.cordon.runtime.provisioning;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.cordon.runtime.platform.RequestLog;
import io.cordon.runtime.platform.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.lambda.powertools.cloudformation.AbstractCustomResourceHandler;
import software.amazon.lambda.powertools.cloudformation.Response;

/**
 * Lets a function be a custom resource: whatever happens, CloudFormation gets an answer, since without one it waits for
 * as long as it may. A deletion fails only where a {@link Provisioner} refuses it.
 */
public final class CustomResource extends AbstractCustomResourceHandler {
    /** What is kept of the time for the answer and its retries. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    /** CloudFormation takes an answer of 4,096 bytes at most, all of it together. */
    private static final int LONGEST_REASON = 1000;

    private final String function;
    private final Provisioner provisioner;
    private final Clock clock;
    private final ThreadLocal<RequestLog> log = new ThreadLocal<>();

    /** In front of this function's work. */
    public CustomResource(String function, Provisioner provisioner, Clock clock) {
        super(AnswerClient.patient());
        this.function = function;
        this.provisioner = provisioner;
        this.clock = clock;
    }

    /** Whether CloudFormation has sent this event. */
    public static boolean sent(Map<String, Object> event) {
        return event.containsKey("RequestType") && event.containsKey("ResponseURL");
    }

    /**
     * Does what the event asks and answers it.
     *
     * @throws Unavailable if the answer could not be delivered; Lambda then sends the event again
     */
    public void serve(Map<String, Object> event, Context context) {
        RequestLog.around(context, new RequestLog(function, text(event, "RequestId")), line -> {
            log.set(line);
            try {
                return handleRequest(read(event), context);
            } finally {
                log.remove();
            }
        });
    }

    @Override
    protected Response create(CloudFormationCustomResourceEvent event, Context context) {
        return answer(event, context, function + "/" + event.getLogicalResourceId(), true);
    }

    @Override
    protected Response update(CloudFormationCustomResourceEvent event, Context context) {
        return answer(event, context, event.getPhysicalResourceId(), false);
    }

    @Override
    protected Response delete(CloudFormationCustomResourceEvent event, Context context) {
        String id = event.getPhysicalResourceId();
        try {
            provisioner.remove(change(event, context, false));
        } catch (Refused e) {
            return refused(id, e);
        } catch (RuntimeException e) {
            log.get().failure(e);
        }
        log.get().status(200);
        return Response.success(id);
    }

    @Override
    protected void onSendFailure(
            CloudFormationCustomResourceEvent event, Context context, Response response, Exception exception) {
        throw new Unavailable("CloudFormation " + exception.getClass().getSimpleName());
    }

    private Response answer(CloudFormationCustomResourceEvent event, Context context, String id, boolean first) {
        try {
            provisioner.provision(change(event, context, first));
            log.get().status(200);
            return Response.success(id);
        } catch (Refused e) {
            return refused(id, e);
        } catch (RuntimeException e) {
            log.get().failure(e);
            return failed(
                    id, 503, function + " could not do its work (" + cause(e) + "); see its log, then deploy again.");
        }
    }

    private Change change(CloudFormationCustomResourceEvent event, Context context, boolean first) {
        var until =
                clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER);
        return new Change(first, Collections.unmodifiableMap(event.getResourceProperties()), until);
    }

    private Response refused(String id, Refused e) {
        log.get().findings(List.of(reason(e)));
        return failed(id, 422, reason(e));
    }

    private Response failed(String id, int status, String reason) {
        log.get().status(status);
        return Response.builder()
                .status(Response.Status.FAILED)
                .physicalResourceId(id)
                .reason(reason)
                .build();
    }

    private static String reason(Refused e) {
        String message = String.valueOf(e.getMessage());
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON - 1) + "…";
    }

    private static String cause(RuntimeException e) {
        return e instanceof RequestLog.Harmless
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    @SuppressWarnings("unchecked")
    private static CloudFormationCustomResourceEvent read(Map<String, Object> event) {
        return CloudFormationCustomResourceEvent.builder()
                .withRequestType(text(event, "RequestType"))
                .withResponseUrl(text(event, "ResponseURL"))
                .withStackId(text(event, "StackId"))
                .withRequestId(text(event, "RequestId"))
                .withLogicalResourceId(text(event, "LogicalResourceId"))
                .withPhysicalResourceId(text(event, "PhysicalResourceId"))
                .withResourceProperties(
                        event.get("ResourceProperties") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of())
                .build();
    }

    private static String text(Map<String, Object> event, String field) {
        return event.get(field) instanceof String text ? text : "";
    }
}
