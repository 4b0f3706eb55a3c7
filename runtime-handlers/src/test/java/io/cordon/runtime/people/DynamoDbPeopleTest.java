package io.cordon.runtime.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cordon.runtime.local.LocalAws;
import io.cordon.runtime.platform.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DynamoDbPeopleTest {
    private final People people = new DynamoDbPeople(LocalAws.DYNAMODB, LocalAws.TABLE);
    private final Mark old = new Mark("v1", UUID.randomUUID().toString());
    private final Mark current = new Mark("v2", UUID.randomUUID().toString());

    @Test
    void addsNobodyWhoIsThereUnderAnotherKey() {
        NewPerson first = person(old);
        assertThat(people.add(first)).isTrue();

        NewPerson second = person(current, old);
        assertThat(people.add(second)).isFalse();
        assertThat(people.knows(second.id())).isFalse();
        assertThat(people.find(second.external())).contains(first.id());
    }

    @Test
    void addsNobodyWhoIsThereUnderTheNextKey() {
        NewPerson second = person(current, old);
        assertThat(people.add(second)).isTrue();

        assertThat(people.add(person(old, current))).isFalse();
        assertThat(people.find(new External("google", List.of(old)))).isEmpty();
        assertThat(people.find(new External("apple", List.of(current)))).isEmpty();
    }

    @Test
    void keepsOnlyTheErrorCodeOfAFailedCall() {
        People missing = new DynamoDbPeople(LocalAws.DYNAMODB, "no-such-table");
        NewPerson person = person(current);

        for (Runnable call : List.<Runnable>of(
                () -> missing.add(person), () -> missing.find(person.external()), () -> missing.knows(person.id()))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(Unavailable.class)
                    .hasNoCause()
                    .hasMessageEndingWith("ResourceNotFoundException");
        }
    }

    private static NewPerson person(Mark... marks) {
        return new NewPerson(
                PersonId.random(),
                new External("google", List.of(marks)),
                Optional.empty(),
                new Sealed("key", "item-key", Map.of()),
                Map.of("terms", "1"),
                Instant.now());
    }
}
