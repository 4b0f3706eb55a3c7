package io.cordon.compliance;

import io.github.cdklabs.cdknag.NagPack;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.constructs.Construct;

/** The versions of what judges an app, as their jars state them. */
final class Versions {
    private Versions() {}

    static SortedMap<String, String> current() {
        var versions = new TreeMap<String, String>();
        versions.put("Cordon", of(Versions.class).orElse("built from the commit"));
        versions.put("aws-cdk-lib", of(App.class).orElse(Origin.UNKNOWN));
        versions.put("cdk-nag", of(NagPack.class).orElse(Origin.UNKNOWN));
        versions.put("constructs", of(Construct.class).orElse(Origin.UNKNOWN));
        versions.put("Java", Integer.toString(Runtime.version().feature()));
        return versions;
    }

    private static Optional<String> of(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion());
    }
}
