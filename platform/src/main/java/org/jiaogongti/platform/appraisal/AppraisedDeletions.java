package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.appraisal.Appraisals.Held;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.bin.Attached;
import org.jiaogongti.platform.bin.Deleted;
import org.jiaogongti.platform.bin.Restored;
import org.springframework.stereotype.Component;

/**
 * A frozen year refers to what was there when it was frozen: what was deleted afterwards is not erased. And what was deleted
 * before its year was decided does not come back when it is.
 */
@Component
class AppraisedDeletions implements Attached {

    private final AppraisalStore store;
    private final AppraisalGround around;

    AppraisedDeletions(AppraisalStore store, AppraisalGround around) {
        this.store = store;
        this.around = around;
    }

    @Override
    public String word() {
        return "appraisal";
    }

    @Override
    public Set<UUID> keeps(Collection<Deleted> things) {
        List<Held> years = store.held();
        List<Period> calendar = years.isEmpty() ? List.of() : around.years().calendar();
        Set<UUID> kept = new HashSet<>();
        for (Deleted each : things) {
            if (years.stream().anyMatch(year -> about(year, each, calendar)
                    && !year.frozen().isAfter(each.on()))) {
                kept.add(each.thing().belongsTo());
            }
        }
        return kept;
    }

    @Override
    public Optional<Restored.No> forbids(Deleted deleted) {
        List<Held> years = store.held();
        List<Period> calendar = years.isEmpty() ? List.of() : around.years().calendar();
        return years.stream().filter(year -> {
            LocalDate decided = year.decided();
            return about(year, deleted, calendar) && decided != null && !decided.isBefore(deleted.on());
        }).findFirst().map(year -> new Restored.No("bin.forbids.appraisal", year.year()));
    }

    private static boolean about(Held year, Deleted deleted, List<Period> calendar) {
        LocalDate day = deleted.thing().day();
        return day != null && calendar.stream().anyMatch(
                period -> period.name().equals(year.year()) && period.days().contains(day));
    }
}
