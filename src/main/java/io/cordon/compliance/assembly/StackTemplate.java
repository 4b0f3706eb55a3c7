package io.cordon.compliance.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One synthesized stack.
 *
 * @param path its construct path
 * @param name what CloudFormation calls it; the path of a nested one, whose name CloudFormation makes up
 * @param environment account and region, {@code unknown} where the app names none
 * @param file its template, relative to the assembly
 * @param bytes the size of its template
 * @param resources what it creates, by logical id
 * @param outputs what it tells other stacks, as synthesized
 */
public record StackTemplate(
        String path,
        String name,
        String environment,
        String file,
        long bytes,
        List<TemplateResource> resources,
        JsonNode outputs) {}
