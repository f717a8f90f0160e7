package org.jiaogongti.measurement.linking;

/**
 * Scores of form X in terms of form Y.
 *
 * @param scores of X, ascending
 * @param equated for each the equivalent score of Y
 * @param standardError for each its standard error, from the moments or frequencies observed; NaN where none is defined
 * @param normalError the same as if scores were normally distributed, where the method works with moments; else NaN
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
public record Equating(double[] scores, double[] equated, double[] standardError, double[] normalError) {}
