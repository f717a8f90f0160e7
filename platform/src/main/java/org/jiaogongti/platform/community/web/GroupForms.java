package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.GroupRules;
import org.jiaogongti.platform.community.Groups.NewSeat;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.web.SeatForm.Bunch;
import org.jiaogongti.platform.community.web.SeatForm.Option;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** The forms of the groups, for one person. */
final class GroupForms {

    private final Messages m;
    private final LocalDate today;
    private final Actor actor;

    GroupForms(Messages m, LocalDate today, Actor actor) {
        this.m = m;
        this.today = today;
        this.actor = actor;
    }

    private static Body body(Typed typed) {
        return Stream.of(Body.values()).filter(body -> body.name().equals(typed.value("body"))).findFirst()
                .orElse(Body.LEADING_GROUP);
    }

    private static Office office(Typed typed) {
        return Stream.of(Office.values()).filter(office -> office.name().equals(typed.value("office"))).findFirst()
                .orElse(Office.MEMBER);
    }

    private static @Nullable String subject(Typed typed) {
        return body(typed) == Body.GUIDANCE_GROUP ? typed.value("subject") : null;
    }

    private static @Nullable UUID school(Typed typed) {
        return body(typed) == Body.GUIDANCE_GROUP && office(typed) == Office.MEMBER
                ? typed.id("school").orElse(null)
                : null;
    }

    /** What is asked for; the person and the day have been looked at. */
    static NewSeat seat(Typed typed) {
        return new NewSeat(body(typed), subject(typed), office(typed), typed.id("person").orElseThrow(), school(typed),
                typed.day("from").orElseThrow(), typed.value("document"));
    }

    /** The field at which a refusal is shown. */
    static String field(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "document" -> "document";
            case "same-day" -> "from";
            default -> "person";
        };
    }

    /** Empty for who may not give such a seat, and where the subject is none. */
    Optional<SeatForm> seat(Roster roster, Typed typed, List<Somebody> posted) {
        Body body = body(typed);
        Office office = office(typed);
        String subject = subject(typed);
        School school = roster.school(school(typed)).orElse(null);
        boolean unknown = subject != null && !roster.subjects().contains(subject);
        if (unknown || !GroupRules.maySeat(actor, roster, body, office, subject,
                school == null ? null : school.id())) {
            return Optional.empty();
        }
        boolean leader = subject != null && office == Office.HEAD;
        String title = subject == null
                ? m.t("community.seat.new." + body)
                : m.t(leader ? "community.seat.new.leader" : "community.seat.new.member", subject);
        return Optional.of(new SeatForm(roster.community().key(), roster.community().name(), title, body.name(),
                subject, office.name(), school == null ? null : school.key(), school == null ? null : school.name(),
                body == Body.LEADING_GROUP ? offices(office) : List.of(), people(roster, typed, posted, school),
                today.toString(), leader));
    }

    private List<Option> offices(Office chosen) {
        return Stream.of(Office.values()).map(office -> new Option(office.name(),
                m.t("community.office." + Body.LEADING_GROUP + "." + office), office == chosen)).toList();
    }

    /** People of the schools of the community, of the one school asked for, or the researchers. */
    private List<Bunch> people(Roster roster, Typed typed, List<Somebody> posted, @Nullable School school) {
        if (body(typed) == Body.LIAISONS) {
            return List.of(bunch(m.t("community.researchers"), posted.stream().filter(Somebody::researcher).toList(),
                    typed));
        }
        List<Bunch> bunches = new ArrayList<>();
        for (School each : school == null ? roster.schools() : List.of(school)) {
            List<Somebody> there = posted.stream().filter(person -> Objects.equals(person.school(), each.id()))
                    .sorted(Comparator.comparing(Somebody::rank)).toList();
            bunches.add(bunch(each.name(), there, typed));
        }
        return bunches;
    }

    private Bunch bunch(String label, List<Somebody> people, Typed typed) {
        return new Bunch(label, people.stream()
                .map(person -> new Option(person.id().toString(), person.researcher()
                        ? person.name()
                        : m.t("community.person", person.name(), m.t("community.rank." + person.rank())),
                        person.id().toString().equals(typed.value("person"))))
                .toList());
    }

    /** Empty for who does not decide this. */
    Optional<FewForm> few(Roster roster, Typed typed) {
        if (!GroupRules.mayExcept(actor, roster)) {
            return Optional.empty();
        }
        List<Option> schools = new ArrayList<>();
        schools.add(new Option("", m.t("community.few.all"), typed.value("school").isEmpty()));
        roster.schools().forEach(
                school -> schools
                        .add(new Option(school.key(), school.name(), school.key().equals(typed.value("school")))));
        return Optional.of(new FewForm(roster.community().key(), roster.community().name(),
                roster.subjects().stream()
                        .map(subject -> new Option(subject, subject, subject.equals(typed.value("subject")))).toList(),
                schools, today.toString()));
    }
}
