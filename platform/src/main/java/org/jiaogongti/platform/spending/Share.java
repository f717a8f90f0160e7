package org.jiaogongti.platform.spending;

/**
 * A part of what was spent.
 *
 * @param of a clause, or the id of an occasion or school
 * @param entries payments, those that were taken back among them
 */
public record Share(String of, long fen, int entries) {}
