package org.jiaogongti.platform.inspection;

import org.jspecify.annotations.Nullable;

/**
 * What the bureau binds itself to in a school year.
 *
 * @param ceiling how often a school may be visited in the year
 * @param limits in working days
 * @param document by which paper it was set; empty where none is named
 * @param by who set it; null for what holds until somebody does
 */
public record InspectionRule(String year, int ceiling, Limits limits, String document, @Nullable By by) {

    public static final int HIGHEST_CEILING = 20;
    public static final int LONGEST_DOCUMENT = 200;
    private static final int USUAL_CEILING = 2;

    /** What holds until the bureau says otherwise. */
    public static InspectionRule usual(String year) {
        return new InspectionRule(year, USUAL_CEILING, Limits.USUAL, "", null);
    }

    /**
     * Time limits in working days of the school calendar; the day they begin on does not count.
     *
     * @param rectify to put a finding right, where the inspector says no other day
     * @param dispute to object to a finding
     * @param reply to answer a notice (陈述申辩)
     * @param decision to decide once the school was heard
     * @param appeal to ask for a ruling (复核)
     * @param ruling to rule
     */
    public record Limits(int rectify, int dispute, int reply, int decision, int appeal, int ruling) {

        public static final Limits USUAL = new Limits(15, 5, 5, 10, 10, 15);
        public static final int LONGEST_RECTIFY = 120;
        public static final int LONGEST = 60;

        public boolean sensible() {
            return within(rectify, LONGEST_RECTIFY) && within(dispute, LONGEST) && within(reply, LONGEST)
                    && within(decision, LONGEST) && within(appeal, LONGEST) && within(ruling, LONGEST);
        }

        private static boolean within(int days, int longest) {
            return days >= 1 && days <= longest;
        }
    }
}
