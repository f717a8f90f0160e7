package org.jiaogongti.platform.reminder;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.access.Places;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.reminder.Delivery.Way;
import org.jiaogongti.platform.reminder.Due.Sort;
import org.jiaogongti.platform.reminder.store.OutboxStore;
import org.jiaogongti.platform.reminder.store.ReminderStore;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.reminder.store.RuleStore.SealedPair;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bureau says about reminders, and what became of those that went out. */
@Service
public class ReminderSettings {

    private static final int SHOWN = 15;
    private static final int NAME = 40;
    private static final int MOST_ROBOTS = 40;
    private static final int TEXT = 200;

    private final Kept kept;
    private final Rounds rounds;
    private final Sources sources;
    private final Doors doors;
    private final Names names;
    private final Journal journal;
    private final Ids ids;
    private final BusinessClock clock;

    ReminderSettings(Kept kept, Rounds rounds, Sources sources, Doors doors, Names names, Journal journal, Ids ids,
            BusinessClock clock) {
        this.kept = kept;
        this.rounds = rounds;
        this.sources = sources;
        this.doors = doors;
        this.names = names;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where all of it is kept. */
    @Component
    record Kept(RuleStore rules, ReminderStore reminders, OutboxStore outbox, Secrets secrets) {}

    /** The ways out. */
    @Component
    record Doors(MailOut mail, RobotOut robots) {}

    /** Whose names pages show. */
    @Component
    record Names(Holders holders, ObjectProvider<Places> places) {}

    /** What came of a change. */
    public sealed interface Change {

        /** Done, as a message key. */
        record Done(String key) implements Change {}

        /** A no, as a message key. */
        record Refused(String key) implements Change {}

        /** There is no such thing. */
        record Absent() implements Change {}
    }

    /**
     * A school's share of the week.
     *
     * @param had reminders it has had
     * @param held those that wait for the next week
     */
    public record Share(String school, int had, int held) {}

    /** A delivery with the name of whom it goes to. */
    public record Going(Delivery delivery, String target) {}

    /** Everything the page shows. */
    public record Sheet(Rules rules, List<Sort> sorts, @Nullable MailServer mail, List<Robot> robots,
            Map<UUID, String> schools, List<Share> shares, List<Going> going) {}

    @Transactional(readOnly = true)
    public Sheet sheet() {
        LocalDate today = clock.today();
        Map<UUID, Integer> week = kept.reminders().week(Telling.monday(today));
        Map<UUID, Integer> held = rounds.plan(today, rounds.workingDays()).held();
        Map<UUID, String> schools = schools();
        List<Share> shares = schools.entrySet().stream()
                .filter(each -> week.containsKey(each.getKey()) || held.containsKey(each.getKey()))
                .map(each -> new Share(each.getValue(), week.getOrDefault(each.getKey(), 0),
                        held.getOrDefault(each.getKey(), 0)))
                .sorted(Comparator.comparingInt(Share::had).reversed()).toList();
        List<Robot> robots = kept.rules().robots();
        List<Delivery> latest = kept.outbox().latest(SHOWN);
        Map<UUID, String> people = names.holders().names(latest.stream()
                .filter(each -> each.way() != Way.ROBOT).map(Delivery::target).collect(Collectors.toSet()));
        Map<UUID, String> targets = new HashMap<>(people);
        robots.forEach(robot -> targets.put(robot.id(), robot.name()));
        return new Sheet(kept.rules().rules(), sources.sorts(), kept.rules().mailServer().orElse(null), robots, schools,
                shares, latest.stream().map(each -> new Going(each, targets.getOrDefault(each.target(), ""))).toList());
    }

    private Map<UUID, String> schools() {
        Places places = names.places().getIfAvailable();
        Map<UUID, String> schools = new LinkedHashMap<>();
        if (places != null) {
            places.schools().forEach(school -> schools.put(school.id(), school.name()));
        }
        return schools;
    }

    /** Working days as somebody wrote them, longest first; empty where they are none. */
    public static Optional<List<Integer>> days(String text) {
        List<Integer> days = new ArrayList<>();
        for (String part : text.strip().split("[\\s,，、;；]+")) {
            if (!part.matches("[0-9]{1,2}") || Integer.parseInt(part) > Rules.LONGEST_LEAD) {
                return Optional.empty();
            }
            days.add(Integer.parseInt(part));
        }
        List<Integer> sorted = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        return sorted.size() > Rules.MOST_LEADS ? Optional.empty() : Optional.of(sorted);
    }

    /**
     * Rules from the next round on.
     *
     * @param leads as typed, for each sort; a blank one takes the usual days
     */
    @Transactional
    public Change rule(Actor actor, String usual, Map<String, String> leads, int delay, int ceiling) {
        if (!actor.has(Role.BUREAU_ADMIN)) {
            return new Change.Refused("reminder.refused.role");
        }
        Map<String, List<Integer>> read = new HashMap<>();
        for (Sort sort : sources.sorts()) {
            String typed = leads.getOrDefault(sort.code(), "");
            if (!typed.isBlank()) {
                Optional<List<Integer>> days = days(typed);
                if (days.isEmpty()) {
                    return new Change.Refused("reminder.refused.days");
                }
                read.put(sort.code(), days.get());
            }
        }
        Optional<List<Integer>> all = days(usual);
        if (all.isEmpty()) {
            return new Change.Refused("reminder.refused.days");
        }
        if (delay < 1 || delay > Rules.LONGEST_DELAY || ceiling < 1 || ceiling > Rules.HIGHEST_CEILING) {
            return new Change.Refused("reminder.refused.numbers");
        }
        Rules rules = new Rules(read, all.get(), delay, ceiling);
        kept.rules().put(rules);
        journal.write(actor, "ReminderRulesSet", "reminder", null,
                Map.of("usual", rules.usual(), "leads", rules.leads(), "delay", delay, "ceiling", ceiling));
        return new Change.Done("reminder.rules.kept");
    }

    /**
     * The mail server.
     *
     * @param password blank keeps the one there is
     */
    @Transactional
    public Change mail(Actor actor, MailServer server, String password) {
        if (!actor.has(Role.BUREAU_ADMIN)) {
            return new Change.Refused("reminder.refused.role");
        }
        if (server.host().isBlank() || server.host().length() > TEXT || server.login().length() > TEXT
                || !MailOut.address(server.sender()) || server.sender().length() > TEXT || server.port() < 1) {
            return new Change.Refused("reminder.refused.mail");
        }
        if (!doors.mail().allowed(server.host(), server.port())) {
            return new Change.Refused("reminder.refused.host");
        }
        // The password belongs to the server it was typed for: it is not sent to another one.
        boolean same = kept.rules().mailServer().filter(before -> before.host().equals(server.host())
                && before.login().equals(server.login())).isPresent();
        byte[] before = same ? kept.rules().mailSecret().orElse(null) : null;
        kept.rules().put(server, password.isEmpty() ? before : kept.secrets().mailPassword(password));
        journal.write(actor, "MailServerSet", "reminder", null, Map.of("host", server.host(), "port", server.port()));
        return new Change.Done("reminder.mail.kept");
    }

    @Transactional
    public Change dropMail(Actor actor) {
        if (!actor.has(Role.BUREAU_ADMIN) || !kept.rules().dropMailServer()) {
            return new Change.Absent();
        }
        journal.write(actor, "MailServerDropped", "reminder", null, Map.of());
        return new Change.Done("reminder.mail.dropped");
    }

    /** A robot as somebody typed it. */
    public record NewRobot(String name, Robot.Kind kind, String url, String secret, @Nullable UUID school,
            LocalTime tellsAt) {}

    @Transactional
    public Change addRobot(Actor actor, NewRobot robot) {
        if (!actor.has(Role.BUREAU_ADMIN)) {
            return new Change.Refused("reminder.refused.role");
        }
        UUID school = robot.school();
        if (school != null && !schools().containsKey(school)) {
            return new Change.Absent();
        }
        if (robot.name().isBlank() || robot.name().length() > NAME || robot.secret().length() > TEXT) {
            return new Change.Refused("reminder.refused.robot");
        }
        if (robot.url().length() > 2 * TEXT || !doors.robots().allowed(robot.kind(), robot.url())) {
            return new Change.Refused("reminder.refused.url");
        }
        if (kept.rules().robots().size() >= MOST_ROBOTS) {
            return new Change.Refused("reminder.refused.many");
        }
        UUID id = ids.next();
        SealedPair sealed = kept.secrets().robot(id, robot.url(), robot.secret());
        kept.rules().add(new Robot(id, robot.name(), robot.kind(), school, robot.tellsAt(), clock.now(), null),
                sealed.first(), sealed.second(), actor.accountId());
        journal.write(actor, "RobotAdded", "reminder", id, Map.of("name", robot.name(), "kind", robot.kind().name()));
        return new Change.Done("reminder.robot.added");
    }

    @Transactional
    public Change endRobot(Actor actor, UUID id) {
        if (!actor.has(Role.BUREAU_ADMIN) || !kept.rules().endRobot(id, clock.now())) {
            return new Change.Absent();
        }
        journal.write(actor, "RobotEnded", "reminder", id, Map.of());
        return new Change.Done("reminder.robot.ended");
    }

    @Transactional
    public Change again(Actor actor, UUID delivery) {
        if (!actor.has(Role.BUREAU_ADMIN) || !kept.outbox().again(delivery, clock.now())) {
            return new Change.Absent();
        }
        journal.write(actor, "ReminderTriedAgain", "reminder", delivery, Map.of());
        return new Change.Done("reminder.again.done");
    }
}
