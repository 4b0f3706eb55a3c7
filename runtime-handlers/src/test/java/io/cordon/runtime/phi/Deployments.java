package io.cordon.runtime.phi;

import io.cordon.runtime.local.CloudFormationServer;
import io.cordon.runtime.local.Job;
import java.util.List;
import java.util.Map;

/** What CloudFormation asks custom resources for, with a person's words beside. */
final class Deployments {
    private Deployments() {}

    /** Less time than any function would use for another try. */
    private static final int BRIEF = 60_000;

    static void ask(Job function, Map<String, Object> properties, Person person, Evidence evidence) {
        for (String type : List.of("Create", "Update", "Delete")) {
            try (CloudFormationServer waiting = CloudFormationServer.started()) {
                Map<String, Object> event = waiting.event(type, properties);
                event.put("ResourceType", "Custom::" + person.told());
                event.put("RequestId", person.told());
                event.put("OldResourceProperties", Map.of(person.code(), person.told()));
                evidence.invoke(() -> function.take(event, BRIEF));
                waiting.answers()
                        .forEach(answer -> evidence.add(
                                Evidence.Channel.REPLIES, answer.get("Reason") + " " + answer.get("Data")));
            }
        }
    }
}
