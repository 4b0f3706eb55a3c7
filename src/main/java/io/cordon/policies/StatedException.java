package io.cordon.policies;

import java.time.LocalDate;

/**
 * One exception as a file of {@code policies/exceptions/} states it.
 *
 * @param id the finding that it excuses, as the synth prints it: {@code Pack::Rule}
 * @param scope the path of the one construct that it is about
 * @param reason why this construct is safe without the rule
 * @param compensatingControl what protects the data instead
 * @param owner the role that answers for it
 * @param ticket where it was decided
 * @param expires its last day
 */
public record StatedException(
        String id,
        String scope,
        String reason,
        String compensatingControl,
        String owner,
        String ticket,
        LocalDate expires) {}
