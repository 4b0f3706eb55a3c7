package io.cordon.runtime.local;

import io.cordon.runtime.platform.AwsClients;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** As on Lambda, the factory of clients comes before any call: what it sets for the whole JVM must count here too. */
public final class ColdStart implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Class.forName(AwsClients.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
