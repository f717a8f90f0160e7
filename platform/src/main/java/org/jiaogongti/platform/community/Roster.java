package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.school.School;
import org.jspecify.annotations.Nullable;

/**
 * A community's groups on a day: who sits where, which subjects are arranged freely, what the notice finds missing.
 *
 * @param lead the lead school, or null where the community has none on that day
 * @param members the member schools in the notice's order
 * @param subjects those that have or should have a guidance group, in their usual order
 */
public record Roster(Community community, LocalDate day, @Nullable School lead, List<School> members,
        List<String> subjects, Yardstick yardstick, List<Seat> seats, List<FewTeachers> exceptions,
        Map<UUID, Somebody> people, List<GroupFinding> findings) {

    public Roster {
        members = List.copyOf(members);
        subjects = List.copyOf(subjects);
        seats = List.copyOf(seats);
        exceptions = List.copyOf(exceptions);
        people = Map.copyOf(people);
        findings = List.copyOf(findings);
    }

    /** The lead school first. */
    public List<School> schools() {
        return lead == null
                ? members
                : Stream.concat(Stream.of(lead), members.stream()).toList();
    }

    public Optional<School> school(@Nullable UUID id) {
        return schools().stream().filter(school -> school.id().equals(id)).findFirst();
    }

    public List<Seat> of(Body body) {
        return seats.stream().filter(seat -> seat.body() == body).toList();
    }

    public List<Seat> group(String subject) {
        return seats.stream().filter(seat -> subject.equals(seat.subject())).toList();
    }

    public Optional<Seat> leader(String subject) {
        return group(subject).stream().filter(seat -> seat.office() == Office.HEAD).findFirst();
    }

    /** The decision that lets this school have nobody in the group. */
    public Optional<FewTeachers> exception(String subject, UUID school) {
        return exceptions.stream().filter(few -> few.covers(subject, school)).findFirst();
    }

    /** Whether the whole subject is arranged freely, so that no group need exist. */
    public boolean free(String subject) {
        return exceptions.stream().anyMatch(few -> few.subject().equals(subject) && few.school() == null);
    }

    /** The name, or an empty text for a person the district does not know any more. */
    public String name(@Nullable UUID person) {
        Somebody known = person == null ? null : people.get(person);
        return known == null ? "" : known.name();
    }

    public List<GroupFinding> findings(Body body) {
        return findings.stream().filter(finding -> finding.rule().body() == body).toList();
    }

    Roster with(List<GroupFinding> found) {
        return new Roster(community, day, lead, members, subjects, yardstick, seats, exceptions, people, found);
    }
}
