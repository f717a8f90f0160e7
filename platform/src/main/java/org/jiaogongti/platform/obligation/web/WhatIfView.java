package org.jiaogongti.platform.obligation.web;

import java.util.List;
import org.jiaogongti.platform.obligation.web.BoardView.Option;

/**
 * The same facts under another number or reading.
 *
 * @param failing how many would not reach it, failedBefore: how many do not reach the number in force
 * @param extra how many more would be needed, in the duty's unit
 */
public record WhatIfView(String part, String duty, String name, String unit, int number, int inForce, int least,
        int most, List<Option> duties, List<Option> readings, List<Option> terms, String hours, List<Bar> bars,
        int bearers, int failing, int failedBefore, int extra, String teacherHours, String assumption, String summary,
        String backHref) {

    /**
     * One bearer's bar, in thousandths of the longest.
     *
     * @param lack what would be missing, 0 where it is enough or waived
     */
    public record Bar(String name, int value, int length, int before, int tried, int lack, boolean waived,
            String href) {}
}
