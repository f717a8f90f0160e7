package org.jiaogongti.platform.agenda;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calendar is asked for.
 *
 * @param day the day it is to show, or null for today
 */
public record AgendaQuery(View view, @Nullable LocalDate day, Of of) {

    /** How much it shows at a time. */
    public enum View {
        DAY, WEEK, MONTH, TERM
    }

    /**
     * Whose calendar it is; of the three ids at most one is given.
     *
     * @param subject empty for all subjects
     * @param all everything that may be seen; without it and without an id it is one's own
     */
    public record Of(@Nullable UUID person, @Nullable UUID school, @Nullable UUID community, String subject,
            boolean all) {

        public static final Of OWN = new Of(null, null, null, "", false);
    }
}
