package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.burden.Burdens;
import org.jiaogongti.platform.burden.FormKind;
import org.jiaogongti.platform.burden.Spent;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.springframework.stereotype.Component;

/** Weeks of timings: more where a lead school records, a heavy week, less since then, and one school without any. */
@Component
final class BurdenLoad {

    private static final int WEEKS = 10;
    private static final int HEAVY = 4;

    private final Burdens burdens;

    BurdenLoad(Burdens burdens) {
        this.burdens = burdens;
    }

    void load(SampleWorld world, SampleKeys keys) {
        LocalDate monday = SchoolCalendar.monday(world.date());
        String silent = world.schools().getLast().name();
        List<Spent> all = new ArrayList<>();
        for (SampleWorld.School school : world.schools()) {
            for (int back = 0; back < WEEKS && !school.name().equals(silent); back++) {
                week(school, keys, monday.minusWeeks(back), back, all);
            }
        }
        burdens.setUp(all);
    }

    private static void week(SampleWorld.School school, SampleKeys keys, LocalDate monday, int back, List<Spent> all) {
        Chance chance = Chance.of("burden " + monday, school.id());
        for (FormKind form : FormKind.values()) {
            int forms = switch (form) {
                case RECORD -> (school.leads() ? 4 : 1) + chance.below(3) + (back == HEAVY ? 3 : 0);
                case ANSWER -> chance.below(4);
                case FILING -> school.leads() ? chance.below(3) : 0;
                case CHANGE, REGISTER -> chance.below(2);
                case BATCH -> back == HEAVY ? 1 : 0;
                case CONSENT -> 0;
            };
            if (forms > 0) {
                all.add(new Spent(keys.of(school.name()), monday, form, forms, (long) forms * seconds(form, chance)));
            }
        }
    }

    private static int seconds(FormKind form, Chance chance) {
        return switch (form) {
            case RECORD -> 95 + chance.below(120);
            case BATCH -> 420 + chance.below(300);
            case FILING -> 240 + chance.below(240);
            case ANSWER -> 15 + chance.below(30);
            case CHANGE -> 40 + chance.below(60);
            case REGISTER, CONSENT -> 60 + chance.below(90);
        };
    }
}
