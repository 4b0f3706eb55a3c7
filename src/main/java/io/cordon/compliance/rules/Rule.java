package io.cordon.compliance.rules;

import io.cordon.compliance.assembly.Assembly;
import io.cordon.compliance.assembly.TemplateResource;
import java.util.List;
import java.util.Set;

/** One of our own rules: a pure function from a template's resource to a verdict; its class name is its id. */
public interface Rule {
    /** Returns the name that reports print and exceptions must give after {@code Cordon::}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Returns what the rule asks, as a sentence. */
    String asks();

    /** Returns the HIPAA Security Rule provisions that it serves. */
    List<String> citations();

    /** Returns the CloudFormation types that it looks at. */
    Set<String> types();

    /** Judges one resource of those types. */
    Verdict judge(TemplateResource resource, Assembly app);
}
