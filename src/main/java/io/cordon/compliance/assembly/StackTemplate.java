package io.cordon.compliance.assembly;

import java.util.List;

/**
 * One synthesized stack.
 *
 * @param path its construct path
 * @param environment account and region, {@code unknown} where the app names none
 * @param bytes the size of its template
 * @param resources what it creates, by logical id
 */
public record StackTemplate(String path, String environment, long bytes, List<TemplateResource> resources) {}
