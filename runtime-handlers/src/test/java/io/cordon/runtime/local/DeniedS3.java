package io.cordon.runtime.local;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3, as it answers to a role that may list under conditions only: "denied" of whatever is read. */
public final class DeniedS3 {
    private DeniedS3() {}

    /** One that denies. */
    public static S3Client client() {
        return client(() -> {});
    }

    /** One in which this happens before it denies. */
    public static S3Client client(Runnable before) {
        return (S3Client) Proxy.newProxyInstance(
                DeniedS3.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getObject")) {
                        before.run();
                        throw S3Exception.builder().statusCode(403).build();
                    }
                    try {
                        return method.invoke(LocalAws.S3, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
