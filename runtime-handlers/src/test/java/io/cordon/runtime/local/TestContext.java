package io.cordon.runtime.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** What Lambda says about an invocation. */
public final class TestContext implements Context {
    private final int milliseconds;
    private final String request;

    /** With the time that requests have. */
    public TestContext() {
        this(10_000);
    }

    /** With this much time left. */
    public TestContext(int milliseconds) {
        this(milliseconds, "invocation-1");
    }

    /** With this much time left, for the request of this id. */
    public TestContext(int milliseconds, String request) {
        this.milliseconds = milliseconds;
        this.request = request;
    }

    @Override
    public String getAwsRequestId() {
        return request;
    }

    @Override
    public String getLogGroupName() {
        return "group";
    }

    @Override
    public String getLogStreamName() {
        return "stream";
    }

    @Override
    public String getFunctionName() {
        return "function";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-west-1:111122223333:function:function:live";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getRemainingTimeInMillis() {
        return milliseconds;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException();
    }
}
