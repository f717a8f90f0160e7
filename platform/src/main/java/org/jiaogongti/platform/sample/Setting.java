package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.sample.SampleOccasion.Joined;
import org.jiaogongti.platform.sample.SampleOccasion.Recorded;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.Person;
import org.jiaogongti.platform.sample.SampleWorld.Weak;

/** One community in one term, and where its occasions are collected. */
record Setting(SampleTerm term, Community community, SamplePlaces places, SamplePeople people, Course course,
        Script script, List<SampleOccasion> out) {

    static final List<String> EXAMINED = List.of("语文", "数学", "英语", "科学");

    String lead() {
        return community.lead();
    }

    Draft draft(LocalDate date, String story) {
        return new Draft(community.name(), date, term.name() + " " + community.shortName() + " " + story);
    }

    Person backbone(String subject, Chance chance) {
        return chance.pick(people.backbone(lead(), subject));
    }

    boolean isWeak(String school, String subject, LocalDate day) {
        return community.weak().stream().anyMatch(weak -> weak.school().equals(school)
                && weak.subject().equals(subject) && weak.holdsOn(day));
    }

    List<Weak> weakOn(LocalDate day) {
        return community.weak().stream().filter(weak -> weak.holdsOn(day)).toList();
    }

    /** Some from the host, some who came along, some from other schools. */
    void audience(Draft draft, int total) {
        int rest = total;
        int come = Math.min(rest, draft.chance.between(2, 4));
        rest -= come;
        for (String school : community.schools()) {
            if (school.equals(draft.host) || rest <= 0) {
                continue;
            }
            int number = school.equals(lead())
                    ? come
                    : draft.chance.percent(45) ? Math.min(rest, draft.chance.between(1, 4)) : 0;
            if (number > 0) {
                draft.people(school, number);
                rest -= school.equals(lead()) ? 0 : number;
            }
        }
        draft.people(draft.host, Math.max(1, draft.host.equals(lead()) ? rest + come : rest));
    }

    void close(Draft draft, Pace pace) {
        course.run(draft, pace, term.isDense());
        keep(draft);
        boolean twice = term.isDense() && pace != Pace.UNKNOWN && pace != Pace.PLANNED && draft.chance.percent(2);
        if (twice && draft.recorded != null && !draft.host.equals(draft.ledBy)) {
            twin(draft, draft.recorded);
        }
    }

    void keep(Draft draft) {
        out.add(draft.told());
    }

    /** The receiving school recorded the same thing and then joined it with the other's record. */
    private void twin(Draft draft, Recorded first) {
        Draft twin = new Draft(draft.community, draft.date, draft.key + " twin");
        twin.slot = draft.slot;
        twin.at(draft.host).ledBy(people.person(draft.leader), draft.ledBy).about(draft.topic);
        twin.schoolClass = draft.schoolClass;
        twin.parts.addAll(draft.parts);
        twin.participants.putAll(draft.participants);
        twin.recorded = new Recorded(first.at().plusMinutes(70), people.clerk(draft.host).name(), null);
        twin.joined = new Joined(first.at().plusMinutes(75), draft.id());
        twin.recordedByHost = true;
        twin.evidence = 1;
        keep(twin);
    }

    /** A school of the community without the lead, turning with the number. */
    String member(int number) {
        return community.members().get(Math.floorMod(number, community.members().size()));
    }

    LocalDate inTerm(int month, int day) {
        int year = month >= 8
                ? Integer.parseInt(term.name().substring(0, 4))
                : Integer.parseInt(term.name().substring(5, 9));
        LocalDate wanted = LocalDate.of(year, month, day);
        LocalDate first = term.first().plusDays(3);
        LocalDate last = term.last().minusDays(3);
        return wanted.isBefore(first) ? first : wanted.isAfter(last) ? last : wanted;
    }

}
