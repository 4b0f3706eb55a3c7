package io.cordon.runtime.provisioning;

/** Makes what a custom resource stands for. */
@FunctionalInterface
public interface Provisioner {
    /**
     * Makes it so; asked twice for the same, it does the same. It is not called for a deletion: what was made stays.
     *
     * @throws Refused if it cannot be made as the properties say
     */
    void provision(Change change);
}
