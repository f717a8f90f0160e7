package org.jiaogongti.platform.credit;

import java.math.BigDecimal;

/**
 * How a kind of activity is counted.
 *
 * @param kind its code; {@link #OTHERS} for all that have no rule of their own
 * @param category 类别 of the province
 * @param hours 学时, for each occasion or each lesson
 */
public record CreditRule(String kind, String category, BigDecimal hours, Per per) {

    public static final String OTHERS = "*";

    /** What the hours are for. */
    public enum Per {
        OCCASION, LESSON
    }
}
