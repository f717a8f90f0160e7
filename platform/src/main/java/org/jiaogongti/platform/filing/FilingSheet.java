package org.jiaogongti.platform.filing;

import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.obligation.Effect;

/**
 * One filing with everything its page shows.
 *
 * @param versions oldest first
 * @param steps oldest first
 * @param files empty for those who may not see them
 * @param fileCount how many there are
 * @param effects what approving would move, while it waits for that; what the occasion counts for otherwise
 */
public record FilingSheet(Filing filing, Occasion occasion, boolean occasionOpens, List<PlanVersion> versions,
        List<FilingStep> steps, List<EvidenceItem> files, int fileCount, List<Effect> effects, Set<Can> can) {

    public FilingSheet {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
        files = List.copyOf(files);
        effects = List.copyOf(effects);
        can = Set.copyOf(can);
    }

    /** What the person may do with it now. */
    public enum Can {
        CHECK, ACCEPT, ASK, ANSWER, WRITE, TAKE_BACK, SEE_FILES, CHANGE_FILES
    }

    public PlanVersion latest() {
        return versions.getLast();
    }
}
