package example;

import io.cordon.compliance.HipaaGuardrails;
import software.amazon.awscdk.App;

/** Any app: the line before its first stack is all that it has to say. */
public final class ImagingApp {
    private ImagingApp() {}

    public static void main(String[] args) {
        in(new App()).synth();
    }

    static App in(App app) {
        HipaaGuardrails.apply(app);
        new ImagingStack(app, "Imaging");
        return app;
    }
}
