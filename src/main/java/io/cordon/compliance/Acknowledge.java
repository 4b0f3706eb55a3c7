package io.cordon.compliance;

import io.cordon.compliance.assembly.RecordedException;
import io.cordon.policies.ExceptionPolicy;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/**
 * Excuses one finding on one construct, with a reason, an owner and an end.
 *
 * <p>Only qualified ids are written ({@code HIPAA.Security::HIPAA.Security-…}): with a bare id cdk-nag drops the finding
 * before it reaches any report, and no auditor ever sees it.
 *
 * <pre>{@code
 * Acknowledge.on(bucket)
 *     .hipaa("S3BucketReplicationEnabled", "Temporary data must not be copied to where its expiry does not reach.");
 * }</pre>
 */
public final class Acknowledge {
    /** The type of the construct metadata that carries owner and end into the cloud assembly. */
    public static final String METADATA = RecordedException.TERMS_METADATA;

    private final IConstruct construct;
    private String owner = ExceptionPolicy.current().owner();
    private LocalDate expires = ExceptionPolicy.current().expires();
    private String compensation = "";
    private String ticket = "";

    private Acknowledge(IConstruct construct) {
        this.construct = construct;
    }

    /** Starts an exception on {@code construct}: the narrowest one that the finding names, never a stack or an app. */
    public static Acknowledge on(IConstruct construct) {
        return new Acknowledge(construct);
    }

    /** Who answers for it: a role, not a person's name. Default: the owner in {@code policies/exceptions.json}. */
    public Acknowledge ownedBy(String role) {
        this.owner = role;
        return this;
    }

    /** The last day it holds. Default: the day in {@code policies/exceptions.json}. */
    public Acknowledge until(LocalDate lastDay) {
        this.expires = lastDay;
        return this;
    }

    /** What protects the data instead. Default: nothing is claimed. */
    public Acknowledge compensatedBy(String control) {
        this.compensation = control;
        return this;
    }

    /** Where it was decided: a ticket, or a page that will still be there. Default: nothing is claimed. */
    public Acknowledge ticket(String reference) {
        this.ticket = reference;
        return this;
    }

    /**
     * Excuses a rule of the HIPAA Security pack and its twin of the same name in NIST 800-53 R5, where that has one.
     *
     * @param rule the rule without its pack, such as {@code S3BucketReplicationEnabled}
     * @param reason one sentence about this construct, not about the rule
     * @throws IllegalArgumentException if neither pack has the rule
     */
    public Acknowledge hipaa(String rule, String reason) {
        var ids = NagRules.current().qualifiedIds(rule, NagRules.HIPAA, NagRules.NIST);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("rule: " + rule + " is in neither " + NagRules.HIPAA + " nor "
                    + NagRules.NIST + "; see the rule column of cdk.out/evidence/controls.csv");
        }
        ids.forEach(id -> finding(id, reason));
        return this;
    }

    /**
     * Excuses one finding by its qualified id.
     *
     * @param qualifiedId {@code Pack::Rule}, as the synth prints it
     * @param reason one sentence about this construct, not about the rule
     * @throws IllegalArgumentException if the id is bare
     */
    public Acknowledge finding(String qualifiedId, String reason) {
        if (!qualifiedId.contains("::") || ExceptionId.isBare(qualifiedId)) {
            throw new IllegalArgumentException("qualifiedId: " + qualifiedId
                    + " is bare; cdk-nag would drop the finding from every report; write Pack::" + qualifiedId);
        }
        Validations.of(construct)
                .acknowledge(
                        Acknowledgment.builder().id(qualifiedId).reason(reason).build());
        construct
                .getNode()
                .addMetadata(
                        METADATA,
                        new TreeMap<>(Map.of(
                                "id", qualifiedId,
                                "reason", reason,
                                "owner", owner,
                                "expires", expires.toString(),
                                "compensation", compensation,
                                "ticket", ticket)));
        return this;
    }
}
