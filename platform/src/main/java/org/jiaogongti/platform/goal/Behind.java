package org.jiaogongti.platform.goal;

import java.util.List;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.register.WeakTurns;

/** The records behind a share of one place in one year. */
public sealed interface Behind {

    /** Nothing is told from records. */
    record Nothing() implements Behind {}

    /**
     * What fell due and was asked for; what was not met first.
     *
     * @param more how many lie beyond those that are shown
     */
    record Duties(List<Standing> standings, int more) implements Behind {}

    /** The weak subjects that were listed. */
    record Weak(List<WeakTurns.Turn> turns) implements Behind {}

    /** Early-career teachers are told of in numbers only. */
    record Young() implements Behind {}
}
