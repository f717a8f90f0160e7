package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.staff.store.MentoringStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many early-career teachers have a mentor on some days, for goals: schools and numbers, no names. */
@Service
@Transactional(readOnly = true)
public class MentoringCover {

    private final MentoringStore store;
    private final Register register;

    MentoringCover(MentoringStore store, Register register) {
        this.store = store;
        this.register = register;
    }

    /** An early-career teacher in post at a school on a day. */
    public record Young(LocalDate day, UUID school, boolean mentored) {}

    /** By the bureau's rule of each day; two selects for any number of days. */
    public List<Young> on(Collection<LocalDate> days) {
        List<Young> young = new ArrayList<>();
        List<YoungRule> rules = register.youngRules();
        for (MentoringStore.InPost each : store.inPost(days, YoungRule.MOST_YEARS)) {
            if (rules.stream().filter(rule -> !rule.from().isAfter(each.day())).findFirst()
                    .filter(rule -> rule.young(each.since(), each.day())).isPresent()) {
                young.add(new Young(each.day(), each.school(), each.mentored()));
            }
        }
        return young;
    }
}
