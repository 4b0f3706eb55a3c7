package io.cordon.policies;

import java.time.LocalDate;

/**
 * One number with what an auditor asks about it.
 *
 * @param value the number
 * @param unit what it counts
 * @param why the reason for this value and no other
 * @param source where it is documented
 * @param checked when somebody last looked there
 */
public record Figure(int value, String unit, String why, String source, LocalDate checked) {}
