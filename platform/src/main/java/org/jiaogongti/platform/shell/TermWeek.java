package org.jiaogongti.platform.shell;

/**
 * The place in the school calendar that the header shows.
 *
 * @param schoolYear the year in which the school year began
 * @param term 1 or 2
 * @param week from 1; 0 in holidays
 * @param weeks weeks of the term
 */
public record TermWeek(int schoolYear, int term, int week, int weeks) {}
