package io.cordon.runtime.costs;

/** Where calls are booked, each once. */
public interface Ledger {
    /** Books a call before it is made, so that none is made unseen. */
    void open(Call call);

    /**
     * Writes what the call consumed into its booking.
     *
     * @return whether this did it; false if it was done before
     */
    boolean settle(Bill bill);
}
