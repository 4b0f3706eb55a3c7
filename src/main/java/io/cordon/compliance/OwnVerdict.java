package io.cordon.compliance;

import io.cordon.compliance.assembly.TemplateResource;
import io.cordon.compliance.rules.Rule;
import io.cordon.compliance.rules.Verdict;

/** What one of our own rules said about one resource. */
record OwnVerdict(Rule rule, TemplateResource resource, Verdict verdict) {}
