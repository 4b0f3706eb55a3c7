package io.cordon.runtime.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.document.DocumentVisitor;

/** JSON as the SDK has it and as everybody else has it. */
final class BedrockJson implements DocumentVisitor<JsonNode> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static JsonNode of(Document document) {
        return document.accept(new BedrockJson());
    }

    static Document of(JsonNode node) {
        if (node.isObject()) {
            Document.MapBuilder map = Document.mapBuilder();
            node.properties().forEach(field -> map.putDocument(field.getKey(), of(field.getValue())));
            return map.build();
        }
        if (node.isArray()) {
            Document.ListBuilder list = Document.listBuilder();
            node.forEach(item -> list.addDocument(of(item)));
            return list.build();
        }
        if (node.isNumber()) {
            return Document.fromNumber(node.decimalValue());
        }
        return node.isBoolean() ? Document.fromBoolean(node.booleanValue()) : Document.fromString(node.textValue());
    }

    @Override
    public JsonNode visitNull() {
        return NODES.nullNode();
    }

    @Override
    public JsonNode visitBoolean(Boolean value) {
        return NODES.booleanNode(value);
    }

    @Override
    public JsonNode visitString(String value) {
        return NODES.textNode(AnswerCheck.withoutMarks(value));
    }

    @Override
    public JsonNode visitNumber(SdkNumber value) {
        return NODES.numberNode(value.bigDecimalValue());
    }

    @Override
    public JsonNode visitMap(Map<String, Document> fields) {
        ObjectNode object = NODES.objectNode();
        fields.forEach((name, value) -> object.set(name, of(value)));
        return object;
    }

    @Override
    public JsonNode visitList(List<Document> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(of(item)));
        return array;
    }
}
