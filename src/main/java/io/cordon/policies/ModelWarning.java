package io.cordon.policies;

import java.time.LocalDate;
import java.util.Optional;

/** What to know of a model that still answers and will not for long. */
public final class ModelWarning {
    private ModelWarning() {}

    /** Returns a sentence with the day, the days left and a successor, if the model is near its end at {@code asOf}. */
    public static Optional<String> of(ModelPolicy model, LocalDate asOf) {
        var list = BedrockModels.current();
        var left = model.ends().daysLeft(asOf);
        if (left > list.warningDays().value()) {
            return Optional.empty();
        }
        return Optional.of(
                "Model " + model.id() + " " + end(model.ends(), left) + "; move to " + list.successor(model) + ".");
    }

    private static String end(ModelPolicy.Ends ends, long left) {
        if (ends.certainty() == ModelPolicy.Certainty.ANNOUNCED) {
            return (left > 0 ? "ends on " + ends.on() + ", in " + days(left) : "ended on " + ends.on());
        }
        return left > 0
                ? "may end from " + ends.on() + ", in " + days(left)
                : "may end on any day, with notice: its life was promised until " + ends.on();
    }

    private static String days(long left) {
        return left + (left == 1 ? " day" : " days");
    }
}
