package org.jiaogongti.platform.obligation.web;

import java.util.Optional;
import org.jiaogongti.platform.obligation.Standing;

/** What is expected of an instance by its last day. */
interface Outlooks {

    /** Where nothing can be said yet. */
    Outlooks NONE = standing -> Optional.empty();

    /** Empty where there is too little history. */
    Optional<Outlook> of(Standing standing);

    /** Counted, planned and the pace of earlier terms, as a range. */
    record Outlook(int low, int expected, int high) {}
}
