package io.cordon.compliance;

import io.cordon.compliance.assembly.RecordedException;
import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.evidence.Compliance;
import io.cordon.compliance.evidence.ControlRow;
import io.cordon.compliance.rules.OwnRules;
import io.cordon.compliance.rules.Rule;
import org.jspecify.annotations.Nullable;

/** What a row of the evidence asks, whichever pack asks it. */
record Question(String id, String level, String info, String citations) {
    /** Of a resource that no rule looks at. */
    static final Question NONE = new Question("(none)", "", "No rule looks at this type.", "");

    static Question of(NagRules.Rule rule) {
        return new Question(rule.qualifiedId(), rule.level(), rule.info(), String.join(" ", rule.citations()));
    }

    static Question of(Rule rule) {
        return new Question(
                OwnRules.PACK + "::" + rule.name(), "error", rule.asks(), String.join(" ", rule.citations()));
    }

    /** Returns the row of an app in which nothing can be asked it. */
    ControlRow notApplicable(String cause) {
        return answer(null, Compliance.NOT_APPLICABLE, cause, null);
    }

    /** Returns the row of an app that its pack did not get through. */
    ControlRow notEvaluated(String cause) {
        return answer(null, Compliance.NOT_EVALUATED, cause, null);
    }

    ControlRow answer(TemplateResource resource, Compliance compliance, String cause) {
        return answer(resource, compliance, cause, null);
    }

    ControlRow acknowledged(TemplateResource resource, String cause, RecordedException exception) {
        return answer(resource, Compliance.ACKNOWLEDGED, cause, exception);
    }

    private ControlRow answer(
            @Nullable TemplateResource resource,
            Compliance compliance,
            String cause,
            @Nullable RecordedException exception) {
        var terms = exception == null ? null : exception.terms();
        return new ControlRow(
                id,
                resource == null ? "" : resource.path(),
                compliance,
                exception == null ? "" : exception.reason(),
                level,
                info,
                cause,
                citations,
                resource == null ? "" : resource.type(),
                resource == null ? "" : resource.tag(DataClass.TAG).orElse(""),
                resource == null ? "" : resource.stack(),
                terms == null ? "" : terms.owner(),
                terms == null ? "" : terms.expires());
    }
}
