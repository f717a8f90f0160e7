package org.jiaogongti.platform.credit;

/** A column of the province's form: what stands above it and what goes into it. */
public record CreditColumn(String heading, Field field) {

    /** What can go into a column. */
    public enum Field {
        NAME, ACTIVITY, CATEGORY, DAYS, HOURS, ORGANISER, REMARK, BLANK
    }
}
