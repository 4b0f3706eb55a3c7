package io.cordon.runtime.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does nothing: what is left is the time of Java and of Lambda's client. */
public final class TrivialHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
