package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.UUID;

/** Where inspections came to speak of a duty of a school. */
public sealed interface DutyMention {

    UUID school();

    LocalDate day();

    /** A line of a checklist, at a visit that was held. */
    record Judged(UUID inspection, UUID point, UUID school, LocalDate day, Inspection.Kind kind, Point.Result result,
            String note) implements DutyMention {}

    /** Something to put right, as it stands now. */
    record Found(UUID finding, UUID school, LocalDate day, Finding.State state, String words,
            LocalDate deadline) implements DutyMention {}

    /** Records of a school that were drawn and counted for the duty, by the day of the draw. */
    record Drawn(UUID sample, UUID school, LocalDate day, int drawn, int genuine, int untrue)
            implements
                DutyMention {}
}
