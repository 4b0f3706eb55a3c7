package io.cordon.functions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar of handlers without handlers: manifests only. */
final class HandlersJar {
    static final String OPERATIONS = """
            { "version": 1, "operations": {
              "dynamodb:GetItem": {"service": "dynamodb", "target": "table", "actions": ["dynamodb:GetItem"],
                "keyActions": ["kms:Decrypt"], "source": "documentation"},
              "dynamodb:TransactWriteItems/Put": {"service": "dynamodb", "target": "table",
                "actions": ["dynamodb:PutItem"], "keyActions": ["kms:Decrypt"], "source": "documentation"},
              "dynamodb:Query/Index": {"service": "dynamodb", "target": "index", "actions": ["dynamodb:Query"],
                "keyActions": ["kms:Decrypt"], "source": "documentation"},
              "bedrock:Converse": {"service": "bedrock-runtime", "target": "table",
                "actions": ["bedrock:InvokeModel"], "keyActions": [], "source": "documentation"},
              "bedrock:Read": {"service": "bedrock-runtime", "target": "model",
                "actions": ["bedrock:InvokeModel"], "keyActions": [], "source": "documentation"},
              "s3:ListObjectsV2": {"service": "s3", "target": "bucket", "actions": ["s3:ListBucket"],
                "keyActions": [], "source": "documentation"},
              "s3:PutObject": {"service": "s3", "target": "object", "actions": ["s3:PutObject"],
                "keyActions": ["kms:GenerateDataKey"], "source": "documentation"} } }
            """;

    static final String UPLOAD = """
            { "name": "upload", "handler": "io.cordon.runtime.upload.UploadHandler::handleRequest",
              "summary": "Opens a job.", "memoryMegabytes": 1024, "timeoutSeconds": 10,
              "dataClass": "phi", "internet": false,
              "routes": [ {"method": "POST", "path": "/api/v1/process/upload"} ], "events": [],
              "variables": {
                "APPLICATION_TABLE": {"nameOf": "application"}, "UPLOAD_BUCKET": {"nameOf": "uploads"},
                "LARGEST_UPLOAD_BYTES": {"setting": "largestUploadBytes"},
                "POWERTOOLS_SERVICE_NAME": {"value": "upload"} },
              "calls": [
                {"operation": "dynamodb:TransactWriteItems/Put", "on": "application"},
                {"operation": "dynamodb:GetItem", "on": "application"},
                {"operation": "s3:ListObjectsV2", "on": "uploads", "prefixes": ["incoming/", "outgoing/"]} ],
              "delegates": [ {"operation": "s3:PutObject", "on": "uploads", "prefixes": ["incoming/"]} ],
              "metrics": [ {"name": "UploadsOpened", "unit": "Count", "dimensions": [["Service"]]} ] }""";

    static final String KEYS = """
            { "name": "identity-keys", "handler": "io.cordon.runtime.keys.KeysHandler::handleRequest",
              "summary": "Fetches the keys of identity providers.", "memoryMegabytes": 512, "timeoutSeconds": 30,
              "dataClass": "application", "internet": true, "routes": [], "events": [ {"kind": "schedule"} ],
              "variables": {}, "calls": [], "delegates": [], "metrics": [] }""";

    static final String PROCESS = """
            { "name": "process", "handler": "io.cordon.runtime.process.ProcessHandler::handleRequest",
              "summary": "Reads documents.", "memoryMegabytes": 2048, "timeoutSeconds": 180,
              "dataClass": "phi", "internet": false, "routes": [],
              "events": [ {"kind": "object-created", "on": "uploads", "prefix": "incoming/"} ],
              "variables": { "MODEL_PROFILE": {"nameOf": "model"} },
              "calls": [ {"operation": "bedrock:Read", "on": "model"} ],
              "delegates": [], "metrics": [] }""";

    private HandlersJar() {}

    static String functions(String... entries) {
        return """
                { "version": 1, "resources": { "uploads": {"kind": "bucket"}, "application": {"kind": "table"},
                  "model": {"kind": "model"} }, "functions": [ %s ] }
                """.formatted(String.join(", ", entries));
    }

    /** The manifest with both functions. */
    static FunctionManifest manifest() {
        return FunctionManifest.read(jar(functions(UPLOAD, KEYS), OPERATIONS));
    }

    static Path jar(String functions, String operations) {
        try {
            var folder = Files.createTempDirectory("handlers-");
            folder.toFile().deleteOnExit();
            var jar = Files.write(folder.resolve(HandlerCode.JAR), bytes(functions, operations));
            jar.toFile().deleteOnExit();
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String functions, String operations) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            write(jar, ManifestReader.FUNCTIONS, functions);
            write(jar, ManifestReader.OPERATIONS, operations);
        }
        return bytes.toByteArray();
    }

    private static void write(JarOutputStream jar, String name, String text) throws IOException {
        var entry = new JarEntry(name);
        entry.setTime(0); // the same bytes at every test: a jar's hash is in the template
        jar.putNextEntry(entry);
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
