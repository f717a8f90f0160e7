package org.jiaogongti.platform.appraisal.web;

import org.jiaogongti.platform.disclosure.Category;

/** What can be said to the public of a decided year. */
enum PublicText {
    COMMENDATION("commendation-", Category.APPRAISAL), CIRCULAR("circular-", Category.APPRAISAL), GRANTS("grants-",
            Category.GRANTS);

    private final String prefix;
    private final Category category;

    PublicText(String prefix, Category category) {
        this.prefix = prefix;
        this.category = category;
    }

    /** Before the year, in the address of an offer. */
    String prefix() {
        return prefix;
    }

    /** Under which heading the public looks for it. */
    Category category() {
        return category;
    }
}
