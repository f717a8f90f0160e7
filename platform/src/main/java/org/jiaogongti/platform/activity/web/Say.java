package org.jiaogongti.platform.activity.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Reason;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.obligation.DutiesDue;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Occasions in words, for the templates of this module. */
public record Say(Messages m, Ground ground) {

    /** Characters of an id. */
    private static final int ID_LENGTH = 36;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");
    private static final int LATE_AFTER_DAYS = 7;

    public String day(LocalDate date) {
        return date.getYear() == ground.today().getYear() ? SHORT.format(date) : date.toString();
    }

    /** {@code 11月20日 周三}. */
    public String longDay(LocalDate date) {
        return m.t("activity.day", Integer.toString(date.getMonthValue()), Integer.toString(date.getDayOfMonth()),
                m.t("activity.weekday." + date.getDayOfWeek().getValue()), Integer.toString(date.getYear()));
    }

    public String minute(Instant at) {
        return MINUTE.format(ZonedDateTime.ofInstant(at, BusinessClock.ZONE));
    }

    public ActivityKinds kinds() {
        return ground.kinds();
    }

    public String kind(String code) {
        return kinds().get(code).name();
    }

    public ActivityKind kindOf(String code) {
        return kinds().get(code);
    }

    public String school(@Nullable UUID school) {
        return school == null ? m.t("activity.blank") : ground.nameOf(school);
    }

    public String shortSchool(@Nullable UUID school) {
        return school == null ? m.t("activity.blank") : ground.shortNameOf(school);
    }

    /** The school where it was held, with its campus or teaching point. */
    public String host(Said said) {
        return said.site() == null
                ? school(said.host())
                : m.t("activity.host.at", school(said.host()), said.site().name());
    }

    /** With the role on that day: 育才学校（成员校）; a 完小 or teaching point with its central school. */
    public String withRole(School school, LocalDate day) {
        Optional<UUID> central = ground.centralOf(school.id(), day);
        if (central.isPresent()) {
            return m.t("activity.school.point", school.name(), ground.shortNameOf(central.get()));
        }
        return ground.membership(school.id(), day)
                .map(membership -> m.t(membership.role() == World.Role.LEAD
                        ? "activity.school.lead"
                        : "activity.school.member", school.name()))
                .orElse(school.name());
    }

    /** 示范课 2 节、听课评课 1 节. */
    public String parts(Said said) {
        return said.parts().stream().map(this::part).collect(Collectors.joining(m.t("activity.and")));
    }

    public String part(Part part) {
        ActivityKind kind = kinds().get(part.kind());
        return kind.countsLessons() ? m.t("activity.lessons", kind.name(), part.lessons()) : kind.name();
    }

    public String kindNames(Collection<String> codes) {
        return codes.stream().map(code -> kinds().get(code).name()).collect(Collectors.joining(m.t("activity.and")));
    }

    /** What it is in one line: parts, subject, topic. */
    public String title(Said said) {
        StringJoiner title = new StringJoiner(" ");
        title.add(parts(said));
        if (said.subject() != null) {
            title.add(said.subject());
        }
        if (!said.topic().isEmpty()) {
            // A lesson's topic often names its text in 《》 already, with the grade before it.
            title.add(said.topic().contains("《") ? said.topic() : m.t("activity.topic.quoted", said.topic()));
        }
        return title.toString();
    }

    /** Where, who, which class. */
    public String where(Said said) {
        List<String> words = new ArrayList<>();
        if (said.host() != null) {
            words.add(m.t("activity.at", host(said)));
        }
        String who = String.join(m.t("activity.and"), said.people());
        if (said.leader() != null) {
            words.add(ground.shortNameOf(said.leader()) + (who.isEmpty() ? "" : " " + who));
        } else if (!who.isEmpty()) {
            words.add(who);
        }
        String group = group(said);
        if (!group.isEmpty()) {
            words.add(group);
        }
        return String.join(" · ", words);
    }

    public String group(Said said) {
        if (!said.className().isEmpty()) {
            return said.className();
        }
        return said.grades().isEmpty() ? "" : m.t("activity.grade", String.join(m.t("activity.and"), said.grades()));
    }

    public String participants(Said said) {
        return people(said.participants());
    }

    private String people(Map<UUID, Integer> people) {
        return ground.schools().stream().filter(school -> people.containsKey(school.id()))
                .map(school -> m.t("activity.school.people", school.shortName(), people.get(school.id())))
                .collect(Collectors.joining(m.t("activity.and")));
    }

    public String need(Need need) {
        return m.t("activity.need." + need.name());
    }

    /** What stands in a field, in words. */
    public String value(KindField field, FieldValue value) {
        return switch (value) {
            case FieldValue.Yes _ -> m.t("activity.yes");
            case FieldValue.Whole number -> field.type() instanceof FieldType.Whole whole
                    ? number.number() + " " + whole.unit()
                    : Integer.toString(number.number());
            case FieldValue.Words words -> words.text();
            case FieldValue.Day day -> longDay(day.day());
            case FieldValue.BySchool numbers -> people(numbers.people());
        };
    }

    /** The fields of an occasion that hold something, in order. */
    public List<KindField> filled(Said said) {
        return kinds().fields().stream().filter(field -> said.fields().containsKey(field.code())).toList();
    }

    /** The further communities it belongs to. */
    public String alsoIn(Said said) {
        return said.alsoIn().stream().map(id -> ground.community(id).map(community -> community.name()).orElse(""))
                .collect(Collectors.joining(m.t("activity.and")));
    }

    public String dayPart(String code) {
        return code.isEmpty() ? "" : m.t("activity.part." + code);
    }

    public String rank(@Nullable Rank rank) {
        return rank == null ? m.t("activity.blank") : m.t("activity.rank." + rank.name());
    }

    /** The class of an occasion's shape. */
    public String shape(Occasion occasion) {
        return switch (occasion.state()) {
            case WITHDRAWN, CANCELLED -> "waived";
            case PLANNED -> occasion.said().date().isBefore(ground.today()) ? "soon" : "todo";
            case HELD -> occasion.disputed() ? "soon" : "done";
        };
    }

    public String stateWord(Occasion occasion) {
        return m.t(occasion.disputed() && occasion.state() == Occasion.State.HELD
                ? "activity.state.DISPUTED"
                : occasion.joinedInto() != null && occasion.state() == Occasion.State.HELD
                        ? "activity.state.JOINED"
                        : "activity.state." + occasion.state().name());
    }

    /** Days between the event and its entry where they are many; 0 otherwise. */
    public long late(Occasion occasion) {
        long days = ChronoUnit.DAYS.between(occasion.said().date(), occasion.entry().on());
        return days > LATE_AFTER_DAYS ? days : 0;
    }

    public String step(Step step) {
        UUID school = step.school();
        return m.t("activity.step." + step.what().name(), school == null ? "" : ground.nameOf(school));
    }

    public String error(FieldError error) {
        return m.t(error.key(),
                error.numbers().stream().map(number -> number instanceof LocalDate date
                        ? date.toString()
                        : number).toArray());
    }

    public String errors(List<FieldError> errors) {
        return errors.stream().map(this::error).collect(Collectors.joining(m.t("activity.semicolon")));
    }

    public static String mark(Status status) {
        return switch (status) {
            case MET -> "done";
            case OPEN -> "going";
            case MISSED -> "late";
            case NOT_YET -> "todo";
            case OPTIONAL -> "opt";
            case WAIVED -> "waived";
            case SUSPENDED -> "susp";
        };
    }

    /** How the button that reminds others names an instance. */
    public static String matter(InstanceKey key) {
        return DutiesDue.id(key);
    }

    /** Whether there is somebody to be reminded: it is owed and not done. */
    public static boolean pressable(Standing standing) {
        return standing.status() == Status.OPEN || standing.status() == Status.MISSED;
    }

    /** The duty's own page. */
    public static String dutyHref(InstanceKey key) {
        if (key.counterpart().equals(Standing.ALL_MET)) {
            return "/duties/" + part(key.duty()) + "/" + part(key.bearer());
        }
        return "/duties/" + part(key.duty()) + "/" + part(key.bearer()) + "/"
                + part(key.counterpart().replace('/', '~'))
                + "/" + part(key.period());
    }

    private static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** How the paper of an occasion stands where it is not in order, in a word; empty where all is well. */
    public String paper(Occasion occasion) {
        Gate gate = kinds().gate(occasion.said().mainKind());
        boolean living = occasion.state() == State.PLANNED || occasion.state() == State.HELD;
        if (gate == Gate.NONE || !living || occasion.joinedInto() != null) {
            return "";
        }
        LocalDate held = occasion.said().date();
        LocalDate filed = occasion.papers().filedOn();
        if (filed != null) {
            return filed.isAfter(held) ? m.t("activity.paper.late", ChronoUnit.DAYS.between(held, filed)) : "";
        }
        return m.t((held.isBefore(ground.today()) ? "activity.paper.none." : "activity.paper.waits.") + gate.name());
    }

    /** Towards whom a duty is owed, in words; empty where nobody is named. */
    public String counterpart(InstanceKey key) {
        String counterpart = key.counterpart();
        if (counterpart.equals(InstanceKey.NOBODY)) {
            return "";
        }
        int slash = counterpart.indexOf('/');
        if (slash < 0 && nameOf(counterpart).length() == ID_LENGTH) {
            // It comes with one occasion, which says by itself what it is.
            return "";
        }
        String first = nameOf(slash < 0 ? counterpart : counterpart.substring(0, slash));
        String second = slash < 0 ? "" : counterpart.substring(slash + 1);
        return second.isEmpty() || second.length() == ID_LENGTH ? first : first + " " + second;
    }

    /** Who owes it: a school or a community. */
    public String bearer(InstanceKey key) {
        return nameOf(key.bearer());
    }

    /** A school's or community's short name; what was given where it is neither. */
    String nameOf(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return ground.school(uuid).map(School::shortName)
                    .or(() -> ground.community(uuid).map(community -> community.shortName())).orElse(id);
        } catch (IllegalArgumentException word) {
            return id;
        }
    }

    public String reasons(List<Reason> reasons) {
        return reasons.stream().map(this::reason).collect(Collectors.joining(m.t("activity.semicolon")));
    }

    private String paper(String key, @Nullable LocalDate on, LocalDate held) {
        return on == null ? m.t(key + ".never") : m.t(key, day(on), day(held));
    }

    private String reason(Reason reason) {
        String key = "activity.reason." + reason.code();
        return switch (reason) {
            case Reason.OutsideWindow outside ->
                m.t(key, day(outside.days().first()), day(outside.days().last()), day(outside.day()));
            case Reason.WrongHost host -> m.t(key, names(host.wanted()), name(host.host()));
            case Reason.NotLedBy led -> m.t(key, names(led.wanted()), name(led.ledBy()));
            case Reason.WrongRank rank -> m.t(key, rank.wanted().stream().sorted().map(this::rank)
                    .collect(Collectors.joining(m.t("activity.and"))), rank(rank.rank()));
            case Reason.WrongSubject subject -> m.t(key, subject.wanted().stream().sorted()
                    .collect(Collectors.joining(m.t("activity.and"))));
            case Reason.NotOneGrade grades -> m.t(key, grades.grades().size());
            case Reason.DidNotTakePart part -> m.t(key, name(part.school()));
            case Reason.NobodyElseTookPart part -> m.t(key, name(part.school()));
            case Reason.TooFewPeople few -> m.t(key, name(few.school()), few.present(), few.needed());
            case Reason.NotFiledBefore filed -> paper(key, filed.filedOn(), filed.heldOn());
            case Reason.NotApproved approved -> paper(key, approved.approvedOn(), approved.heldOn());
            case Reason.NoneOf none -> reasons(none.each());
            default -> m.has(key) ? m.t(key) : m.t("activity.reason.other");
        };
    }

    private String names(Collection<String> ids) {
        return ids.stream().map(this::nameOf).collect(Collectors.joining(m.t("activity.and")));
    }

    private String name(@Nullable String id) {
        return id == null ? m.t("activity.blank") : nameOf(id);
    }

    /** Small letters, for class names and keys. */
    public static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
