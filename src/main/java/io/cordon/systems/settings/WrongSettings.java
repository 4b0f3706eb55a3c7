package io.cordon.systems.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that no stack can be built from; the message names every problem. */
public final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Reports {@code problems}, in their order. */
    public WrongSettings(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  - " + problem)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        (problems.size() == 1
                                        ? "1 setting is wrong; nothing was synthesized:"
                                        : problems.size() + " settings are wrong; nothing was synthesized:")
                                + System.lineSeparator(),
                        "")));
    }
}
