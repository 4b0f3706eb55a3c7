package io.cordon.runtime.identity;

import com.amazonaws.services.lambda.runtime.Context;
import io.cordon.runtime.platform.RequestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the clock's events, provider by provider. A provider that sends nothing good is a finding and waits for the next
 * event; a table that fails is an error, so that Lambda tries again.
 */
final class Renewal {
    private final String function;
    private final IdentityKeys keys;

    Renewal(String function, IdentityKeys keys) {
        this.function = function;
        this.keys = keys;
    }

    void serve(Map<String, Object> event, Context context) {
        String id = event.get("id") instanceof String text ? text : "";
        Acceptance acceptance = Acceptance.in(event);
        RequestLog.around(context, new RequestLog(function, id), log -> renewed(acceptance, log));
    }

    private List<String> renewed(Acceptance acceptance, RequestLog log) {
        List<String> findings = new ArrayList<>();
        @Nullable RuntimeException failure = null;
        for (Provider provider : Provider.values()) {
            try {
                keys.renew(provider, acceptance).ifPresent(findings::add);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        log.findings(findings);
        log.status(failure != null ? 503 : findings.isEmpty() ? 200 : 409);
        if (failure != null) {
            log.failure(failure);
            throw failure;
        }
        return findings;
    }
}
