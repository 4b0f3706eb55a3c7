package io.cordon.compliance.rules;

import java.util.List;

/** The rules of the pack {@value #PACK}. */
public final class OwnRules {
    /** The pack's name, which is also the namespace of its ids. */
    public static final String PACK = "Cordon";

    private static final List<Rule> ALL = List.of(
            new BucketBlocksPublicAccess(),
            new ConcurrencyWithinQuota(),
            new DataClassStated(),
            new IamActionsNamed(),
            new ModelsFromCatalog(),
            new NothingLeadsToTheInternet(),
            new PhiStoreCoveredByTrail(),
            new PhiUnderCustomerManagedKey());

    private OwnRules() {}

    /** Returns every rule, by name. */
    public static List<Rule> all() {
        return ALL;
    }
}
