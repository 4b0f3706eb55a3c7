package io.cordon.runtime.people;

import static io.cordon.runtime.platform.DynamoDbItem.key;
import static io.cordon.runtime.platform.DynamoDbItem.map;
import static io.cordon.runtime.platform.DynamoDbItem.number;
import static io.cordon.runtime.platform.DynamoDbItem.text;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a person lies in the table. {@code USER#<id>}/{@code PROFILE} has {@code version} (each change adds one),
 * {@code createdAt}, {@code updatedAt}, {@code provider}, {@code external} (the partition key that signs them in, for
 * whoever erases them), {@code sealed} and, for the index of addresses, {@code GSI1PK} and {@code GSI1SK}. Consents lie
 * beside it, one item for each version that somebody ever consented to.
 */
public final class DynamoDbPerson {
    private static final String PROFILE = "PROFILE";

    private DynamoDbPerson() {}

    /** The key of a profile. */
    public static Map<String, AttributeValue> profileKey(PersonId id) {
        return key(partition(id), PROFILE);
    }

    static Map<String, AttributeValue> profile(NewPerson person) {
        Map<String, AttributeValue> item = new HashMap<>(profileKey(person.id()));
        item.put("version", number(1));
        item.put("createdAt", fromS(person.at().toString()));
        item.put("updatedAt", fromS(person.at().toString()));
        item.put("provider", fromS(person.external().provider()));
        item.put("external", fromS(person.external().partitions().get(0)));
        item.put("sealed", sealed(person.sealed()));
        person.email().ifPresent(mark -> {
            item.put("GSI1PK", fromS("EMAIL#" + mark.text()));
            item.put("GSI1SK", fromS(partition(person.id())));
        });
        return item;
    }

    static Map<String, AttributeValue> external(NewPerson person) {
        Map<String, AttributeValue> item =
                new HashMap<>(key(person.external().partitions().get(0), "USER"));
        item.put("person", fromS(person.id().value()));
        item.put("createdAt", fromS(person.at().toString()));
        return item;
    }

    static List<Map<String, AttributeValue>> consents(NewPerson person) {
        return person.consents().entrySet().stream()
                .map(consent -> {
                    Map<String, AttributeValue> item = new HashMap<>(
                            key(partition(person.id()), "CONSENT#" + consent.getKey() + "#" + consent.getValue()));
                    item.put("at", fromS(person.at().toString()));
                    return item;
                })
                .toList();
    }

    /** What is sealed, as an attribute. */
    public static AttributeValue sealed(Sealed sealed) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put("cipher", fromS("esdk-1"));
        map.put("keyId", fromS(sealed.keyId()));
        map.put("itemKey", fromS(sealed.itemKey()));
        sealed.fields().forEach((field, text) -> map.put(field.attribute(), fromS(text)));
        return fromM(map);
    }

    /** What is sealed in a profile. */
    public static Sealed sealed(Map<String, AttributeValue> profile) {
        Map<String, AttributeValue> map = map(profile, "sealed");
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (map.containsKey(field.attribute())) {
                fields.put(field, text(map, field.attribute()));
            }
        }
        return new Sealed(text(map, "keyId"), text(map, "itemKey"), fields);
    }

    private static String partition(PersonId id) {
        return "USER#" + id.value();
    }
}
