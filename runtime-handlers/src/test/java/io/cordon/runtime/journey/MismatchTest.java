package io.cordon.runtime.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Whatever is renamed on one side alone is named in one sentence, with the side. */
class MismatchTest {
    private final ObjectNode template = SmallStack.template();

    @Test
    void namesARouteThatTheTemplateLacks() {
        properties("ResultPath3").put("PathPart", "outcome");

        theJourney()
                .hasMessage("The template's API has no route GET /api/v1/process/result/{jobId}, by which the manifest"
                        + " starts result; the template starts it by GET /api/v1/process/outcome/{jobId}.");
    }

    @Test
    void namesARouteThatNoManifestKnows() {
        resources().set("ExtraMethod", resources().get("StatusMethod").deepCopy());
        properties("ExtraMethod").put("HttpMethod", "HEAD");
        resources().set("ExtraPermission", resources().get("StatusPermission").deepCopy());
        sub("ExtraPermission", "SourceArn", "arn:aws:execute-api:eu-west-1:${AWS::AccountId}:${Api}/${Stage}/HEAD/*");

        theJourney()
                .hasMessage("The template's API sends HEAD /api/v1/process/status/{jobId} to status; its manifest names"
                        + " no such route.");
    }

    @Test
    void namesARouteThatLeadsToAnotherFunction() {
        Object own = properties("StatusMethod").get("Integration");
        properties("ResultMethod").set("Integration", Json.MAPPER.valueToTree(own));
        sub("StatusPermission", "SourceArn", "arn:aws:execute-api:*");

        theJourney()
                .hasMessage("The template's API sends GET /api/v1/process/result/{jobId} to status; the manifest starts"
                        + " result by it.");
    }

    @Test
    void refusesARouteToWhatIsNotTheAlias() {
        String latest = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Upload.Arn}/invocations";
        sub(properties("UploadMethod").withObject("/Integration"), "Uri", latest);

        theJourney()
                .hasMessage("The route POST /api/v1/process/upload of the template calls"
                        + " arn:aws:lambda:eu-west-1:111122223333:function:Upload, which is no alias of a published"
                        + " version.");
    }

    @Test
    void namesWhoMayNotCall() {
        resources().remove("CleanupPermission");

        theJourney()
                .hasMessage("The template does not let apigateway.amazonaws.com call cleanup for"
                        + " arn:aws:execute-api:eu-west-1:111122223333:api/live/DELETE/api/v1/process/cleanup/x.");
    }

    @Test
    void namesAVariableThatTheTemplateDoesNotSet() {
        variables("Process").remove("MODEL");

        theJourney().hasMessage("process reads the variable MODEL, which the template does not set.");
    }

    @Test
    void namesAVariableThatNobodyReads() {
        variables("Status").put("JOB_BUCKET", "somewhere");

        theJourney().hasMessage("The template sets the variable JOB_BUCKET of status, which never reads it.");
    }

    @Test
    void namesAFunctionThatWouldNeverGiveUp() {
        variables("Process").put("TRIES", "4");

        theJourney().hasMessage("The template has Lambda try process 3 times, and tells it to give up after 4.");
    }

    @Test
    void namesAHandlerThatTheManifestDoesNotKnow() {
        properties("Status").put("Handler", "io.cordon.runtime.status.Status::handle");

        theJourney()
                .hasMessage("The template runs io.cordon.runtime.status.Status::handle, which the manifest does not"
                        + " name.");
    }

    @Test
    void refusesARouteThatAnybodyMayCall() {
        properties("UploadMethod").put("AuthorizationType", "NONE");

        theJourney()
                .hasMessage("The template's API lets anybody call POST /api/v1/process/upload: the route has no"
                        + " authorizer.");
    }

    @Test
    void refusesAnotherFunctionInPlaceOfTheAuthorizer() {
        sub("Guard", "AuthorizerUri", SmallStack.CALL.formatted("Status"));
        sub("StatusPermission", "SourceArn", "arn:aws:execute-api:*");

        theJourney().hasMessage("The template's API asks status whom it may let in; the manifest names authorizer.");
    }

    @Test
    void namesTheHeaderThatTheAuthorizerWaitsFor() {
        properties("Guard").put("IdentitySource", "method.request.header.X-Token");

        theJourney()
                .hasMessage("The template's authorizer waits for method.request.header.X-Token; tokens come in"
                        + " method.request.header.Authorization.");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> theJourney() {
        return assertThatThrownBy(() -> Journey.through(new Template(template), any -> {}))
                .isInstanceOf(Mismatch.class);
    }

    private ObjectNode resources() {
        return template.withObject("/Resources");
    }

    private ObjectNode properties(String id) {
        return resources().withObject("/" + id + "/Properties");
    }

    private ObjectNode variables(String id) {
        return properties(id).withObject("/Environment/Variables");
    }

    private void sub(String id, String property, String text) {
        sub(properties(id), property, text);
    }

    private static void sub(ObjectNode object, String property, String text) {
        object.putObject(property).put("Fn::Sub", text);
    }
}
