package io.cordon.compliance.evidence.flow;

import io.cordon.compliance.assembly.TemplateResource;

/**
 * What in a template shows something.
 *
 * @param stack the construct path of the stack
 * @param logicalId the resource in its template
 * @param property where in its properties
 */
record Why(String stack, String logicalId, String property) implements Comparable<Why> {
    static Why of(TemplateResource resource, String property) {
        return new Why(resource.stack(), resource.logicalId(), property);
    }

    @Override
    public int compareTo(Why other) {
        return toString().compareTo(other.toString());
    }
}
