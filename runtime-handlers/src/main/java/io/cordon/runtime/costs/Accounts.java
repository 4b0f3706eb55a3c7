package io.cordon.runtime.costs;

import io.cordon.runtime.platform.Meter;
import io.cordon.runtime.platform.Metric;
import io.cordon.runtime.platform.Part;
import java.time.Clock;

/**
 * Books the calls of one model, and measures what each one consumed when it is settled, which happens once.
 *
 * @param model its id, as prices name it
 */
public record Accounts(Prices prices, Ledger ledger, Meter meter, String model, Clock clock) {
    /** Books a call that is about to be made, at the price of this moment. */
    public Booking open(String owner) {
        Booking booking = new Booking(Call.by(owner, model, clock.instant()), prices.of(model));
        ledger.open(booking.call());
        return booking;
    }

    /** Settles a booking, unless it is settled. */
    public void settle(Bill bill) {
        if (!ledger.settle(bill)) {
            return;
        }
        if (bill.charge().isEmpty()) {
            meter.count(Metric.PRICES_MISSING);
        }
        if (!bill.usage().equals(Usage.NONE)) {
            measure(bill);
        }
    }

    private void measure(Bill bill) {
        Part of = Part.model(bill.call().model());
        Part kind = Part.kind(bill.kind());
        meter.add(Metric.MODEL_TIME, bill.milliseconds(), of);
        meter.add(Metric.INPUT_TOKENS, bill.usage().input(), of, kind);
        meter.add(Metric.OUTPUT_TOKENS, bill.usage().output(), of, kind);
        bill.charge().ifPresent(charge -> meter.add(Metric.COST_MICRO_USD, charge.microUsd(), of, kind));
    }
}
