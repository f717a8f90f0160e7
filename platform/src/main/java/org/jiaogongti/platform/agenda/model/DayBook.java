package org.jiaogongti.platform.agenda.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.agenda.model.Commitment.Source;
import org.jiaogongti.platform.agenda.model.Commitment.Taught;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jspecify.annotations.Nullable;

/**
 * What occasions and lessons take of whom.
 *
 * @param people everybody of the register with one of the names that the occasions say
 * @param bells those of the places, with all history of the days in question
 */
public record DayBook(SchoolCalendar calendar, List<FoundPerson> people, List<Bell> bells, LocalDate today) {

    public DayBook {
        people = List.copyOf(people);
        bells = List.copyOf(bells);
    }

    /** Where an occasion is held; null where no host is named. */
    public static @Nullable Site site(Said said) {
        UUID host = said.host();
        Occasion.Site campus = said.site();
        return host == null ? null : new Site(host, campus == null ? "" : campus.name());
    }

    /** The class an occasion is held in; empty where none is named, or a room is. */
    public static Optional<ClassName> className(Said said) {
        return said.className().isEmpty() ? Optional.empty() : ClassName.parse(said.className());
    }

    /** The bells of a place on a day. */
    public Collection<Bell> bellsAt(@Nullable Site site, LocalDate day) {
        if (site == null) {
            return List.of();
        }
        Map<Site, Map<Integer, Bell>> byPlace = Timetables
                .byPlace(bells.stream().filter(bell -> bell.site().school().equals(site.school()) && bell.holdsOn(day))
                        .toList());
        return Timetables.bellsOf(byPlace, site).values();
    }

    /** When an occasion is; empty where its record does not say. */
    public Optional<Span> span(Said said) {
        Occasion.Part main = said.parts().getFirst();
        int lessons = ActivityKinds.shipped().find(main.kind()).filter(kind -> kind.countsLessons()).isPresent()
                ? main.lessons()
                : 1;
        return DayParts.span(said.dayPart(), lessons, bellsAt(site(said), said.date()));
    }

    /** One whose time is not known is in nobody's way. */
    public Optional<Commitment> of(Occasion occasion) {
        Said said = occasion.said();
        return span(said).map(span -> {
            Set<Claim> claims = new HashSet<>();
            said.people().forEach(name -> person(name, said).ifPresent(claims::add));
            Site site = site(said);
            Optional<ClassName> name = className(said);
            if (site != null && name.isPresent()) {
                claims.add(new Claim.Pupils(site, name.get()));
            } else if (site != null && !said.className().isEmpty()) {
                claims.add(new Claim.Room(site, said.className()));
            }
            UUID into = occasion.joinedInto();
            return new Commitment(new Source.OfOccasion(occasion.id(), into == null ? occasion.id() : into,
                    said.mainKind(), said.host(), said.leader(), said.school()), said.date(), span, claims,
                    site == null || name.isEmpty() ? null : new Taught(site, name.get(), said.subject()),
                    occasion.state() == Occasion.State.PLANNED && !said.date().isBefore(today));
        });
    }

    /**
     * Whom a name means: the one of that name at a school that has a part in it, else the only one of that name, else a guest
     * whom the register does not know. Empty where several share the name and nobody can tell.
     */
    private Optional<Claim> person(String name, Said said) {
        List<FoundPerson> named = people.stream().filter(person -> person.name().equals(name)).toList();
        if (named.isEmpty()) {
            return Optional.of(new Claim.Guest(name));
        }
        Set<UUID> schools = new HashSet<>(said.participants().keySet());
        Stream.of(Optional.of(said.school()), Optional.ofNullable(said.host()), Optional.ofNullable(said.leader()))
                .flatMap(Optional::stream).forEach(schools::add);
        List<FoundPerson> near = named.stream().filter(person -> person.schools().stream().anyMatch(schools::contains))
                .toList();
        List<FoundPerson> meant = near.isEmpty() ? named : near;
        return meant.size() == 1 ? Optional.of(new Claim.Person(meant.getFirst().id())) : Optional.empty();
    }

    /** The lessons of a day that is no closed day and lies in a term. */
    public List<Commitment> lessons(LocalDate day, List<Lesson> lessons) {
        Optional<Period> term = calendar.terms().stream().filter(each -> each.days().contains(day)).findFirst();
        if (term.isEmpty() || calendar.closedDays().stream().anyMatch(closed -> closed.day().equals(day))) {
            return List.of();
        }
        List<Commitment> taken = new ArrayList<>();
        Map<Site, Collection<Bell>> rings = new HashMap<>();
        for (Lesson lesson : lessons) {
            if (lesson.weekday() == day.getDayOfWeek() && lesson.term().equals(term.get().name())) {
                Collection<Bell> here = rings.computeIfAbsent(lesson.site(), site -> bellsAt(site, day));
                taken.add(new Commitment(new Source.OfLesson(lesson), day, DayParts.ofPeriod(lesson.period(), here),
                        Set.of(new Claim.Person(lesson.teacher()), new Claim.Pupils(lesson.site(), lesson.name())),
                        new Taught(lesson.site(), lesson.name(), lesson.subject()), false));
            }
        }
        return taken;
    }
}
