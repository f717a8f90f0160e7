package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.Forecast;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jiaogongti.platform.reminder.Nudges;
import org.jspecify.annotations.Nullable;

/**
 * What a duty's page is made of.
 *
 * @param counted oldest first; planned too
 * @param tested how earlier forecasts would have fared
 * @param history earlier periods, newest first
 * @param derivation the engine's steps
 * @param nudge who reminded whoever must act last
 */
record DutyFacts(Charter charter, World world, WorldLabels labels, LocalDate today, Standing standing,
        List<Entry> counted, List<Entry> planned, List<Refusal> refused, List<Standing> history,
        Map<UUID, SourceNote> notes, Optional<Outlooks.Outlook> outlook, Forecast.Coverage tested,
        List<ReadingResult> readings,
        List<DutyView.Step> derivation, DutyView.@Nullable Decision waiver, Nudges.State nudge) {

    /** A record's part that counts, or would once it is held. */
    record Entry(UUID source, Fact fact, int amount, LocalDate countsOn) {}

    /** A record's part that does not count, though it is about this instance. */
    record Refusal(UUID source, Fact fact, List<Reason> reasons) {}

    /** What the same facts come to under one way of reading. */
    record ReadingResult(String reading, String alternative, List<Outcome> outcomes) {}

    /** One instance under that reading: of whom, towards whom. */
    record Outcome(String label, int counted, int target, boolean waived) {}
}
