package io.cordon.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.compliance.DataClass;
import io.cordon.functions.FunctionEntry.Event;
import io.cordon.functions.FunctionEntry.Route;
import io.cordon.functions.FunctionEntry.Source;
import io.cordon.functions.FunctionEntry.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionManifestTest {
    private final FunctionManifest manifest = HandlersJar.manifest();

    @Test
    void statesWhatAFunctionIs() {
        var upload = manifest.function("upload");

        assertThat(upload.memoryMegabytes()).isEqualTo(1024);
        assertThat(upload.timeoutSeconds()).isEqualTo(10);
        assertThat(upload.dataClass()).isEqualTo(DataClass.PHI);
        assertThat(upload.routes()).containsExactly(new Route("POST", "/api/v1/process/upload"));
        assertThat(upload.variables())
                .containsEntry("LARGEST_UPLOAD_BYTES", new Variable(Source.SETTING, "largestUploadBytes"));
        assertThat(upload.metrics().get(0).dimensions()).containsExactly(List.of("Service"));
        assertThat(manifest.function("identity-keys").events()).containsExactly(new Event(Event.Kind.SCHEDULE));
    }

    @Test
    void listsTheKnownFunctionsWhenOneIsUnknown() {
        assertThatThrownBy(() -> manifest.function("uplaod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("function: uplaod is not in the manifest; known are [upload, identity-keys]");
    }

    @Test
    void needsInterfaceEndpointsForCalledServicesOnly() {
        assertThat(manifest.services()).isEmpty();

        var calling = HandlersJar.UPLOAD.replace("dynamodb:GetItem", "bedrock:Converse");
        assertThat(read(calling).services()).containsExactly("bedrock-runtime");
    }

    @Test
    void leavesTheEndpointOfModelsToWhoeverNamesThem() {
        assertThat(read(HandlersJar.PROCESS).services()).isEmpty();
    }

    @Test
    void saysWhichObjectsStartAFunction() {
        assertThat(read(HandlersJar.PROCESS).function("process").events())
                .containsExactly(new Event(Event.Kind.OBJECT_CREATED, new Event.Objects("uploads", "incoming/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"on\": \"uploads\", | \"on\": \"model\", | events[0].on: model is no bucket",
                "\"on\": \"uploads\", | \"on\": \"archive\", | events[0].on: archive is no bucket",
                "\"on\": \"uploads\", | '' | events[0].on: missing; must be a text",
                "\"incoming/\" | \"incoming\" | events[0].prefix: incoming; letters, digits, dots",
                "\"incoming/\" | \"*/\" | events[0].prefix: */; letters, digits, dots",
                "object-created | schedule | events[0].on: unknown field; known are [kind]",
                "object-created | object-removed | events[0].kind: \"object-removed\"; must be one of [authorizer",
                "\"on\": \"model\"} | \"on\": \"uploads\"} | bedrock:Read needs a MODEL",
                "\"on\": \"model\"} | \"on\": \"model\", \"prefixes\": [\"x/\"]} | [x/]; only a bucket has prefixes",
            })
    void refusesAnEventOrAModelThatCannotBe(String from, String into, String problem) {
        assertThatThrownBy(() -> read(HandlersJar.PROCESS.replace(from, into))).hasMessageContaining(problem);
    }

    @Test
    void refusesAKeyBehindWhatHasNone() {
        var keyed = HandlersJar.OPERATIONS.replace(
                "\"target\": \"model\",\n    \"actions\": [\"bedrock:InvokeModel\"], \"keyActions\": []",
                "\"target\": \"model\", \"actions\": [\"bedrock:InvokeModel\"], \"keyActions\": [\"kms:Decrypt\"]");

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(), keyed)))
                .hasMessageContaining("bedrock:Read.keyActions: [kms:Decrypt]; no key stands behind it; remove them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"summary\": | \"sumary\": | $.functions[0].summary: missing; must be a text",
                "\"summary\": | \"sumary\": | $.functions[0].sumary: unknown field",
                "\"value\": \"upload\" | \"value\": \"upload\", \"setting\": \"x\""
                        + " | POWERTOOLS_SERVICE_NAME: 2 sources; exactly one of nameOf, setting and value",
                "\"nameOf\": \"uploads\" | \"nameOf\": \"archive\""
                        + " | UPLOAD_BUCKET.nameOf: archive is no resource; known are [uploads, application, model]",
                "\"dynamodb:GetItem\" | \"dynamodb:Scan\""
                        + " | $.functions[0].calls[1].operation: dynamodb:Scan is not in operations.json; add it there",
                "\"s3:PutObject\", \"on\": \"uploads\" | \"s3:PutObject\", \"on\": \"archive\""
                        + " | delegates[0].on: archive is no resource",
                "\"dynamodb:GetItem\", \"on\": \"application\" | \"dynamodb:GetItem\", \"on\": \"uploads\""
                        + " | calls[1].on: uploads is a BUCKET; dynamodb:GetItem needs a TABLE",
                "\"outgoing/\" | \"outgoing\" | calls[2].prefixes: outgoing; letters, digits, dots",
                "\"outgoing/\" | \"*/\" | calls[2].prefixes: */; letters, digits, dots",
                "\"on\": \"uploads\", \"prefixes\": [\"incoming/\"]} | \"on\": \"uploads\"}"
                        + " | delegates[0].prefixes: none; an operation on objects names at least one",
                "{\"operation\": \"dynamodb:GetItem\", | {\"leadingKeys\": [\"JOB*\"], \"operation\": \"dynamodb:GetItem\","
                        + " | calls[1].leadingKeys: JOB*; a kind in capitals, its # and no wildcard",
                "{\"operation\": \"dynamodb:GetItem\", | {\"leadingKeys\": [], \"operation\": \"dynamodb:GetItem\","
                        + " | calls[1].leadingKeys: none; leave the field out",
                "{\"operation\": \"s3:ListObjectsV2\", | {\"leadingKeys\": [\"JOB#\"], \"operation\": \"s3:ListObjectsV2\","
                        + " | calls[2].leadingKeys: [JOB#]; only a table's own items have them",
                "{\"operation\": \"dynamodb:GetItem\", | {\"leadingKeys\": [\"JOB#\"], \"operation\": \"dynamodb:Query/Index\","
                        + " | calls[1].leadingKeys: [JOB#]; only a table's own items have them",
                "{\"operation\": \"dynamodb:GetItem\", | {\"leadingKeys\": [\"JOB#\"], \"operation\": \"bedrock:Converse\","
                        + " | calls[1].leadingKeys: [JOB#]; IAM sees no keys in [bedrock:InvokeModel]",
                "\"timeoutSeconds\": 10 | \"timeoutSeconds\": 901"
                        + " | timeoutSeconds: 901; must be a whole number from 1 to 900",
                "\"dataClass\": \"phi\" | \"dataClass\": \"secret\" | dataClass: \"secret\"; must be one of [phi, audit",
                "\"internet\": false | \"internet\": true | internet: true; a function that holds PHI stays inside the VPC",
                "\"version\": 1 | \"version\": 2 | $.version: 2; must be a whole number from 1 to 1",
            })
    void refusesAManifestThatContradictsItself(String from, String into, String problem) {
        var changed = HandlersJar.functions(HandlersJar.UPLOAD).replace(from, into);

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(changed, HandlersJar.OPERATIONS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void listsAllProblemsAtOnce() {
        var changed = HandlersJar.UPLOAD.replace("1024", "64").replace("\"incoming/\"", "\"incoming\"");

        assertThatThrownBy(() -> read(changed, HandlersJar.UPLOAD))
                .hasMessageContaining("$.functions[0].memoryMegabytes: 64")
                .hasMessageContaining("$.functions[0].calls[2].prefixes: incoming")
                .hasMessageContaining("$.functions[0].delegates[0].prefixes: incoming")
                .hasMessageContaining("$.functions[1].name: upload is there twice");
    }

    @Test
    void refusesOperationsThatGrantAWildcard() {
        var wild = HandlersJar.OPERATIONS.replace("[\"s3:PutObject\"]", "[\"s3:Put*\"]");

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(), wild)))
                .hasMessageContaining("operations.json $.operations.s3:PutObject.actions: [s3:Put*]; a wildcard");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        var twice = HandlersJar.OPERATIONS.replace("{ \"version\": 1,", "{ \"version\": 1, \"version\": 1,");

        assertThatThrownBy(() -> FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(), twice)))
                .hasMessageContaining("META-INF/cordon/operations.json: Duplicate field 'version'");
    }

    private static FunctionManifest read(String... entries) {
        return FunctionManifest.read(HandlersJar.jar(HandlersJar.functions(entries), HandlersJar.OPERATIONS));
    }
}
