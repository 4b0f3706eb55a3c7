package io.cordon.compliance.evidence.page;

import io.cordon.compliance.DataClass;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.evidence.Facts;
import java.util.List;

/**
 * One resource and what was said of it.
 *
 * @param name its path inside its stack
 * @param anchor where it stands
 * @param type its CloudFormation type
 * @param dataClass what it says that it holds; empty if it does not
 * @param line the Java line where it was made; empty if this is not known
 * @param tally its rows
 * @param mentions the rules, by verdict
 */
record ResourceEntry(
        String name, String anchor, String type, String dataClass, String line, Tally tally, List<Mention> mentions) {

    static ResourceEntry of(TemplateResource resource, List<ControlRow> rows, Facts facts, Anchors anchors) {
        var stack = resource.stack() + "/";
        var path = resource.path();
        return new ResourceEntry(
                path.startsWith(stack) ? path.substring(stack.length()) : path,
                anchors.resource(path).to(),
                resource.type(),
                resource.tag(DataClass.TAG).orElse(""),
                facts.sources().of(path).map(Object::toString).orElse(""),
                Tally.of(rows),
                Mention.ofResource(rows, anchors));
    }

    /** What a rule found and no template shows. */
    static ResourceEntry of(String path, List<ControlRow> rows, Facts facts, Anchors anchors) {
        return new ResourceEntry(
                path,
                "",
                "",
                "",
                facts.sources().of(path).map(Object::toString).orElse(""),
                Tally.of(rows),
                Mention.ofResource(rows, anchors));
    }

    /** Whether at least one rule came to a verdict. */
    boolean judged() {
        return Tally.ORDER.stream().anyMatch(it -> Tally.isVerdict(it) && tally.of(it) > 0);
    }
}
