package io.cordon.api;

/**
 * Where the DNS record of an API's own name must point: an alias record (Route 53) or a CNAME.
 *
 * @param domainName the name that API Gateway gave to the regional endpoint
 * @param hostedZoneId the hosted zone of that name, which an alias record asks for
 */
public record DomainTarget(String domainName, String hostedZoneId) {}
