package org.jiaogongti.platform.appraisal.web;

/** What can be said to the public of a decided year. */
enum PublicText {
    COMMENDATION("commendation-"), CIRCULAR("circular-"), GRANTS("grants-");

    private final String prefix;

    PublicText(String prefix) {
        this.prefix = prefix;
    }

    /** Before the year, in the address of an offer. */
    String prefix() {
        return prefix;
    }
}
