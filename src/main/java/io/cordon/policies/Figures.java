package io.cordon.policies;

import java.time.LocalDate;
import java.util.List;

/**
 * The values that a service accepts, with what an auditor asks about them.
 *
 * @param value the accepted numbers, ascending
 * @param unit what they count
 * @param why the reason for these values
 * @param source where they are documented
 * @param checked when somebody last looked there
 */
public record Figures(List<Integer> value, String unit, String why, String source, LocalDate checked) {}
