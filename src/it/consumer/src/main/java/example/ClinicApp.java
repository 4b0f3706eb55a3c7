package example;

import io.cordon.audit.HipaaTrail;
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
        var documents = new SecureTempBucket(clinic, "Documents", it -> it
                .accessLogs(accessLogs.getBucket())
                .allowedOrigins("https://clinic.example"));
        new HipaaTrail(clinic, "Trail", it -> it.trailName("clinic-documents")
                .accessLogs(accessLogs.getBucket())
                .dataEventsOf(documents.getBucket()));

        app.synth();
        // example:end
    }
}
