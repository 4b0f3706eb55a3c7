package io.cordon.cost;

import io.cordon.policies.LimitPolicy;
import io.cordon.policies.PriceBook;
import io.cordon.policies.PriceBook.ModelPrice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;

/** Finds all that is wrong in the properties of a {@link PriceSeed}, each as one sentence. */
final class PriceSeedCheck {
    /** A million dollars for a million tokens: above that, somebody has confused the unit. */
    private static final long MOST = 1_000_000_000_000L;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

    private PriceSeedCheck() {}

    static List<String> problems(PriceSeedProps.Builder props) {
        List<String> problems = new ArrayList<>();
        given("table", props.table, "give the one that holds what calls cost", problems);
        given("key", props.key, "give the one that encrypts the table", problems);
        given("functionKey", props.functionKey, "give one for the function's own log and dead letters", problems);
        book(props.prices, problems);
        concurrency(props.reservedConcurrency, problems);
        return problems;
    }

    private static void book(PriceBook book, List<String> problems) {
        named("version", book.version(), problems);
        if (book.prices().isEmpty()) {
            problems.add("prices: none; at least one; list one for each model");
        }
        Set<String> models = new HashSet<>();
        book.prices().forEach(price -> price(price, models, problems));
    }

    private static void price(ModelPrice price, Set<String> models, List<String> problems) {
        var model = price.model();
        named("model", model, problems);
        if (!models.add(model)) {
            problems.add("prices: " + model + " is there twice; one price for each model; remove one");
        }
        number(model + " input", price.inputMicroUsdPerMillionTokens(), problems);
        number(model + " output", price.outputMicroUsdPerMillionTokens(), problems);
        number(model + " cacheRead", price.cacheReadMicroUsdPerMillionTokens(), problems);
        number(model + " cacheWrite", price.cacheWriteMicroUsdPerMillionTokens(), problems);
    }

    private static void number(String what, long value, List<String> problems) {
        if (value < 0 || value > MOST) {
            problems.add("prices: " + what + " " + value + "; from 0 to " + MOST
                    + "; write millionths of a dollar for a million tokens");
        }
    }

    private static void named(String what, String value, List<String> problems) {
        if (!Token.isUnresolved(value) && !NAME.matcher(value).matches()) {
            problems.add("prices: " + what + " " + value + "; at most 200 letters, digits and . _ : / -; correct it");
        }
    }

    private static void concurrency(int executions, List<String> problems) {
        var limits = LimitPolicy.current();
        var most = limits.accountConcurrency().value()
                - limits.unreservedConcurrency().value();
        if (executions < 1 || executions > most) {
            problems.add("reservedConcurrency: " + executions + "; from 1 to " + most + "; one is enough");
        }
    }

    private static void given(String property, @Nullable Object value, String mend, List<String> problems) {
        if (value == null) {
            problems.add(property + ": missing; required; " + mend);
        }
    }
}
