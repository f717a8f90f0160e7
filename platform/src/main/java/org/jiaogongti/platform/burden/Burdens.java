package org.jiaogongti.platform.burden;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.burden.store.SpentStore;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Minutes of entry by school and week. */
@Service
@Transactional(readOnly = true)
public class Burdens {

    /** Weeks on the page, the present one last. */
    public static final int WEEKS = 8;
    private static final Role[] AT_SCHOOL = {Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.TEACHER};
    private static final Role[] BUREAU = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK};

    private final SpentStore store;
    private final Schools schools;
    private final BusinessClock clock;

    Burdens(SpentStore store, Schools schools, BusinessClock clock) {
        this.store = store;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param weeks their Mondays, oldest first
     * @param schools those that this person sees, also those that spent nothing
     */
    public record Sheet(List<LocalDate> weeks, List<School> schools, List<Spent> spent, boolean district) {

        public Sheet {
            weeks = List.copyOf(weeks);
            schools = List.copyOf(schools);
            spent = List.copyOf(spent);
        }
    }

    /** The bureau sees all schools, a school's office its own. */
    public Sheet sheet(Actor actor) {
        boolean district = actor.has(BUREAU);
        Set<UUID> own = actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
        LocalDate monday = SchoolCalendar.monday(clock.today());
        List<LocalDate> weeks = IntStream.range(0, WEEKS).mapToObj(back -> monday.minusWeeks(WEEKS - 1L - back))
                .toList();
        List<School> seen = schools.all().stream().filter(school -> district || own.contains(school.id())).toList();
        return new Sheet(weeks, seen, store.between(weeks.getFirst(), weeks.getLast(), district ? null : own),
                district);
    }

    /** One form was sent. Of people outside of schools nothing is kept: it is the schools' time that is measured. */
    @Transactional
    public void note(Actor actor, FormKind form, int seconds) {
        Optional<UUID> school = actor.schools(AT_SCHOOL).stream().min(UUID::compareTo);
        school.ifPresent(id -> store
                .add(List.of(new Spent(id, SchoolCalendar.monday(clock.today()), form, 1, seconds))));
    }

    /** For the sample world. */
    @Transactional
    public void setUp(Collection<Spent> all) {
        store.add(all);
    }
}
