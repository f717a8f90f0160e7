package org.jiaogongti.platform.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.agenda.ClashNote.Obstacle;
import org.jiaogongti.platform.agenda.ClashNote.Wanted;
import org.jiaogongti.platform.agenda.model.Claim;
import org.jiaogongti.platform.agenda.model.Clash;
import org.jiaogongti.platform.agenda.model.Clashes;
import org.jiaogongti.platform.agenda.model.Commitment.Source;
import org.jiaogongti.platform.agenda.model.Commitment;
import org.jiaogongti.platform.agenda.model.DayBook;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.school.TimetableReach;
import org.jiaogongti.platform.school.Timetables.ClassAt;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jiaogongti.platform.staff.People;
import org.springframework.stereotype.Component;

/** Sets plans beside everything their people, classes and rooms have: three selects, whatever their number. */
@Component
class Clashing {

    private final Timetables timetables;
    private final People people;

    Clashing(Timetables timetables, People people) {
        this.timetables = timetables;
        this.people = people;
    }

    /**
     * What plans are judged on.
     *
     * @param shown occasions whose times are asked for
     * @param plans those that could still be moved
     * @param busy all occasions that may be in their way, the plans among them or not
     * @param school short name of a school
     */
    record Asked(Actor actor, SchoolCalendar calendar, LocalDate today, List<Dated> shown, List<Dated> plans,
            List<Dated> busy, Function<UUID, String> school) {}

    /**
     * @param times of the shown ones, where their records say so
     */
    record Found(Map<UUID, Span> times, List<ClashNote> notes) {}

    Found find(Asked asked) {
        Map<UUID, Dated> all = new LinkedHashMap<>();
        asked.busy().forEach(each -> all.put(each.id(), each));
        asked.plans().forEach(each -> all.putIfAbsent(each.id(), each));
        List<FoundPerson> named = people.named(names(all.values()), asked.today());
        List<Lesson> lessons = lessons(asked, named);
        Set<UUID> places = new HashSet<>(lessons.stream().map(lesson -> lesson.site().school()).toList());
        List<Dated> everything = new ArrayList<>(all.values());
        everything.addAll(asked.shown());
        everything.forEach(each -> {
            Site site = DayBook.site(each.occasion().said());
            if (site != null && !each.occasion().said().dayPart().isEmpty()) {
                places.add(site.school());
            }
        });
        if (everything.isEmpty()) {
            return new Found(Map.of(), List.of());
        }
        DayBook book = new DayBook(asked.calendar(), named, timetables.bells(places, around(everything)),
                asked.today());
        Map<UUID, Span> times = new HashMap<>();
        asked.shown().forEach(each -> book.span(each.occasion().said()).ifPresent(span -> times.put(each.id(), span)));
        return new Found(times, notes(asked, book, all, lessons));
    }

    private static Set<String> names(Collection<Dated> occasions) {
        return occasions.stream().flatMap(each -> each.occasion().said().people().stream())
                .collect(Collectors.toSet());
    }

    private static DateRange around(List<Dated> occasions) {
        TreeSet<LocalDate> days = occasions.stream().map(Dated::day).collect(Collectors.toCollection(TreeSet::new));
        return new DateRange(days.first(), days.last());
    }

    /** Of everybody whom the plans may mean, and of their classes. */
    private List<Lesson> lessons(Asked asked, List<FoundPerson> named) {
        Set<String> names = names(asked.plans());
        Set<UUID> teachers = named.stream().filter(person -> names.contains(person.name())).map(FoundPerson::id)
                .collect(Collectors.toSet());
        Set<ClassAt> classes = new HashSet<>();
        Set<String> terms = new HashSet<>();
        for (Dated plan : asked.plans()) {
            Occasion.Said said = plan.occasion().said();
            Site site = DayBook.site(said);
            if (site != null) {
                DayBook.className(said).ifPresent(name -> classes.add(new ClassAt(site, name)));
            }
            asked.calendar().terms().stream().filter(term -> term.days().contains(plan.day())).map(Period::name)
                    .forEach(terms::add);
        }
        return timetables.of(terms, teachers, classes);
    }

    private static List<ClashNote> notes(Asked asked, DayBook book, Map<UUID, Dated> all, List<Lesson> lessons) {
        Map<LocalDate, List<Commitment>> byDay = new HashMap<>();
        all.values().forEach(each -> book.of(each.occasion())
                .ifPresent(taken -> byDay.computeIfAbsent(taken.day(), _ -> new ArrayList<>()).add(taken)));
        asked.plans().stream().map(Dated::day).distinct().forEach(
                day -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(book.lessons(day, lessons)));
        Set<UUID> plans = asked.plans().stream().map(Dated::id).collect(Collectors.toSet());
        Map<Commitment, List<Obstacle>> obstacles = new LinkedHashMap<>();
        Saying saying = new Saying(asked, book, all);
        for (Clash clash : Clashes.of(byDay.values().stream().flatMap(List::stream).toList())) {
            if (plans.contains(id(clash.plan()))) {
                obstacles.computeIfAbsent(clash.plan(), _ -> new ArrayList<>())
                        .add(saying.obstacle(clash.claim(), clash.other()));
            }
            if (plans.contains(id(clash.other()))) {
                obstacles.computeIfAbsent(clash.other(), _ -> new ArrayList<>())
                        .add(saying.obstacle(clash.claim(), clash.plan()));
            }
        }
        List<ClashNote> notes = new ArrayList<>();
        obstacles.forEach((plan, found) -> {
            Dated dated = all.get(id(plan));
            if (dated != null) {
                notes.add(new ClashNote(dated, found.stream().distinct().toList(),
                        Clashes.free(plan, book.bellsAt(DayBook.site(dated.occasion().said()), plan.day()),
                                byDay.getOrDefault(plan.day(), List.of()))));
            }
        });
        return notes;
    }

    private static final UUID NO_OCCASION = new UUID(0, 0);

    private static UUID id(Commitment commitment) {
        return switch (commitment.source()) {
            case Source.OfOccasion occasion -> occasion.id();
            case Source.OfLesson _ -> NO_OCCASION;
        };
    }

    /** What is in the way, as far as the reader may know it. */
    private record Saying(Asked asked, DayBook book, Map<UUID, Dated> all) {

        Obstacle obstacle(Claim claim, Commitment other) {
            return switch (other.source()) {
                case Source.OfOccasion occasion -> new Obstacle.Other(wanted(claim),
                        Objects.requireNonNull(all.get(occasion.id())));
                case Source.OfLesson taught -> {
                    Lesson lesson = taught.lesson();
                    boolean seen = claim instanceof Claim.Pupils
                            || !TimetableReach.of(asked.actor()).of(lesson.teacher(), List.of(lesson)).isEmpty();
                    yield new Obstacle.Taught(wanted(claim), seen ? lesson : null,
                            lesson.site().campus().isEmpty()
                                    ? asked.school().apply(lesson.site().school())
                                    : lesson.site().campus());
                }
            };
        }

        private Wanted wanted(Claim claim) {
            return switch (claim) {
                case Claim.Person(UUID id) -> new Wanted(Wanted.Kind.PERSON, book.people().stream()
                        .filter(person -> person.id().equals(id)).map(FoundPerson::name).findFirst().orElse(""));
                case Claim.Guest(String name) -> new Wanted(Wanted.Kind.PERSON, name);
                case Claim.Pupils(Site site, var name) ->
                    new Wanted(Wanted.Kind.PUPILS, place(site) + " " + name.text());
                case Claim.Room(Site site, String name) -> new Wanted(Wanted.Kind.ROOM, place(site) + " " + name);
            };
        }

        private String place(Site site) {
            return site.campus().isEmpty() ? asked.school().apply(site.school()) : site.campus();
        }
    }
}
