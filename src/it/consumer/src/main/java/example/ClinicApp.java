package example;

import io.cordon.compliance.HipaaGuardrails;
import io.cordon.storage.AuditBucket;
import io.cordon.storage.SecureTempBucket;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

public final class ClinicApp {
    public static void main(String[] args) {
        // example:start
        var app = new App();
        HipaaGuardrails.apply(app);

        var clinic = new Stack(app, "Clinic");
        var accessLogs = new AuditBucket(clinic, "AccessLogs", it -> {});
        new SecureTempBucket(clinic, "Documents", it -> it
                .accessLogs(accessLogs.getBucket())
                .allowedOrigins("https://clinic.example"));

        app.synth();
        // example:end
    }
}
