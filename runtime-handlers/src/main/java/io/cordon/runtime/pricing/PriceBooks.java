package io.cordon.runtime.pricing;

/** Where price books are kept. */
@FunctionalInterface
interface PriceBooks {
    /**
     * Keeps a book and makes it the current one.
     *
     * @throws io.cordon.runtime.provisioning.Refused if another book of this version is kept already
     */
    void keep(PriceBook book);
}
