package io.cordon.runtime.provisioning;

/** Makes what a custom resource stands for. */
@FunctionalInterface
public interface Provisioner {
    /**
     * Makes it so; asked twice for the same, it does the same.
     *
     * @throws Refused if it cannot be made as the properties say
     */
    void provision(Change change);

    /**
     * Leaves what may stay behind when the resource is deleted. Unless told otherwise nothing is changed: what was made
     * stays.
     *
     * @throws Refused if what would stay is known to be unsafe: the deletion fails and may be tried again. After any other
     *     error it succeeds, and only the log tells of it, since a stack must not stay for ever because AWS did not answer
     */
    default void remove(Change change) {}
}
