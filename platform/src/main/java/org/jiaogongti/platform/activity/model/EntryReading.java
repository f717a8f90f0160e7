package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.FieldValue;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.Campus;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into what it says, or into errors that name the field and the way out. */
public final class EntryReading {

    /** Times of a school day, in order; the codes' words are messages. */
    public static final List<String> DAY_PARTS = List.of("am", "am-1", "am-2", "am-3", "am-4", "pm", "pm-1", "pm-2",
            "pm-3", "evening", "day");
    /** Grades of a primary school as the notice writes them. */
    public static final List<String> GRADES = List.of("一", "二", "三", "四", "五", "六");
    /** At most this many lessons of a kind in one occasion. */
    public static final int MOST_LESSONS = 40;
    /** At most this many people of one school. */
    public static final int MOST_PEOPLE = 2000;
    private static final int LONGEST_TOPIC = 120;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 30;

    private final OccasionEntry entry;
    private final Ground ground;
    private final ActivityKinds kinds;
    private final List<FieldError> errors = new ArrayList<>();

    private EntryReading(OccasionEntry entry, Ground ground) {
        this.entry = entry;
        this.ground = ground;
        this.kinds = ground.kinds();
    }

    /** Good or bad. */
    public sealed interface Read {

        record Good(Said said) implements Read {}

        record Bad(List<FieldError> errors) implements Read {}
    }

    public static Read read(OccasionEntry entry, Ground ground) {
        return new EntryReading(entry, ground).read();
    }

    private Read read() {
        @Nullable
        LocalDate date = date();
        @Nullable
        UUID own = schoolOf("school", entry.school(), true);
        @Nullable
        UUID community = date == null || own == null ? null : community(own, date);
        List<Part> parts = parts();
        Set<Need> needs = parts.isEmpty() ? Set.of() : kinds.get(parts.getFirst().kind()).needs();
        @Nullable
        UUID host = schoolOf("host", OccasionEntry.school(entry.host()), needs.contains(Need.HOST));
        @Nullable
        Site site = site(host, date);
        @Nullable
        UUID leader = schoolOf("leader", entry.leader(), needs.contains(Need.LEADER));
        @Nullable
        Rank rank = rank(needs.contains(Need.RANK));
        @Nullable
        String subject = subject(needs.contains(Need.SUBJECT));
        List<String> grades = grades(needs.contains(Need.GRADE));
        Map<UUID, Integer> participants = participants(needs.contains(Need.PARTICIPANTS));
        List<String> people = people();
        String className = shortText("className", entry.className(), LONGEST_NAME);
        String topic = shortText("topic", entry.topic(), LONGEST_TOPIC);
        String dayPart = dayPart();
        List<ActivityKind> chosen = parts.stream().map(part -> kinds.get(part.kind())).toList();
        FieldReading fields = new FieldReading(ground, entry.fields());
        Map<String, FieldValue> values = fields.read(chosen);
        errors.addAll(fields.errors());
        List<UUID> alsoIn = alsoIn(community, date, involved(host, leader, participants));
        if (date != null && own != null) {
            chosen.forEach(kind -> holding(kind, date, leader == null ? own : leader));
        }
        if (!errors.isEmpty() || date == null || own == null || community == null) {
            return new Read.Bad(List.copyOf(errors));
        }
        return new Read.Good(new Said(date, dayPart, community, own, host, leader, rank, people, parts, subject, grades,
                className, topic, participants, values, alsoIn, site));
    }

    private @Nullable LocalDate date() {
        if (entry.date().isBlank()) {
            errors.add(new FieldError("date", "activity.error.date.missing"));
            return null;
        }
        Optional<LocalDate> date = Typed.date(entry.date(), ground.today());
        if (date.isEmpty()) {
            errors.add(new FieldError("date", "activity.error.date.unreadable", Typed.line(entry.date())));
            return null;
        }
        if (date.get().isBefore(ground.firstDay()) || date.get().isAfter(ground.lastDay())) {
            errors.add(new FieldError("date", "activity.error.date.calendar", date.get(), ground.firstDay(),
                    ground.lastDay()));
            return null;
        }
        return date.get();
    }

    private @Nullable UUID schoolOf(String field, String typed, boolean needed) {
        if (typed.isBlank()) {
            if (needed) {
                errors.add(new FieldError(field, "activity.error." + field + ".missing"));
            }
            return null;
        }
        Optional<UUID> id = id(typed).filter(school -> ground.school(school).isPresent());
        if (id.isEmpty()) {
            errors.add(new FieldError(field, "activity.error.school.unknown", Typed.line(typed)));
        }
        return id.orElse(null);
    }

    private @Nullable Site site(@Nullable UUID host, @Nullable LocalDate date) {
        String name = Typed.line(OccasionEntry.campus(entry.host()));
        if (name.isEmpty() || host == null || date == null) {
            return null;
        }
        Optional<Campus> campus = ground.campusNamed(name, date).filter(found -> found.school().equals(host));
        if (campus.isEmpty()) {
            errors.add(new FieldError("host", "activity.error.campus", ground.nameOf(host), name, date));
        }
        return campus.map(ground::site).orElse(null);
    }

    static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private @Nullable UUID community(UUID school, LocalDate date) {
        Optional<SchoolMembership> membership = ground.membership(school, date);
        if (membership.isEmpty()) {
            errors.add(new FieldError("school", "activity.error.school.alone", ground.nameOf(school), date));
        }
        return membership.map(SchoolMembership::community).orElse(null);
    }

    /** Whether the kind can be held on that day, and by that school. */
    private void holding(ActivityKind kind, LocalDate date, UUID leader) {
        if (!ActivityKinds.holds(kind, date)) {
            errors.add(new FieldError("mainKind", "activity.error.kind.retired", kind.name(), date));
        }
        ground.membership(leader, date).filter(membership -> !kind.holder().allows(membership.role()))
                .ifPresent(_ -> errors.add(new FieldError("leader", "activity.error.kind.holder", kind.name(),
                        kind.holder().word(), ground.nameOf(leader))));
    }

    private static Set<UUID> involved(@Nullable UUID host, @Nullable UUID leader, Map<UUID, Integer> participants) {
        Set<UUID> schools = new LinkedHashSet<>(participants.keySet());
        if (host != null) {
            schools.add(host);
        }
        if (leader != null) {
            schools.add(leader);
        }
        return schools;
    }

    /**
     * Further communities, in the notice's order; the record's own one is not named again. Each needs a school of its own
     * that had a part in it, so that nobody fills another community's duties from outside.
     */
    private List<UUID> alsoIn(@Nullable UUID community, @Nullable LocalDate date, Set<UUID> involved) {
        List<String> wanted = entry.alsoIn().stream().map(String::strip).toList();
        List<UUID> known = ground.composition().communities().stream().map(Community::id)
                .filter(id -> wanted.contains(id.toString())).toList();
        if (wanted.stream().anyMatch(id -> known.stream().noneMatch(each -> each.toString().equals(id)))) {
            errors.add(new FieldError("alsoIn", "activity.error.community.unknown"));
        }
        List<UUID> further = known.stream().filter(id -> !id.equals(community)).toList();
        if (date != null) {
            further.stream().filter(id -> involved.stream().noneMatch(school -> ground.membership(school, date)
                    .filter(membership -> membership.community().equals(id)).isPresent()))
                    .forEach(id -> errors.add(new FieldError("alsoIn", "activity.error.community.apart",
                            ground.community(id).map(Community::name).orElse(""))));
        }
        return further;
    }

    /** The main part first, the others in the order of the form. */
    private List<Part> parts() {
        if (kinds.find(entry.mainKind()).isEmpty()) {
            errors.add(new FieldError("mainKind", entry.mainKind().isBlank()
                    ? "activity.error.kind.missing"
                    : "activity.error.kind.unknown", Typed.line(entry.mainKind())));
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        parts.add(part(kinds.get(entry.mainKind())));
        for (ActivityKind kind : kinds.all()) {
            if (entry.ticked(kind.code()) && !kind.code().equals(entry.mainKind())) {
                parts.add(part(kind));
            }
        }
        return parts;
    }

    private Part part(ActivityKind kind) {
        String typed = OccasionEntry.box(entry.lessons(), kind.code());
        if (!kind.countsLessons() || typed.isBlank()) {
            return new Part(kind.code(), 1);
        }
        OptionalInt lessons = Typed.whole(typed);
        if (lessons.isEmpty() || lessons.getAsInt() < 1 || lessons.getAsInt() > MOST_LESSONS) {
            errors.add(new FieldError("lessons." + kind.code(), "activity.error.lessons", kind.name(), MOST_LESSONS,
                    Typed.line(typed)));
            return new Part(kind.code(), 1);
        }
        return new Part(kind.code(), lessons.getAsInt());
    }

    private @Nullable Rank rank(boolean needed) {
        for (Rank rank : Rank.values()) {
            if (rank.name().equals(entry.leaderRank())) {
                return rank;
            }
        }
        if (needed || !entry.leaderRank().isBlank()) {
            errors.add(new FieldError("leaderRank", "activity.error.rank"));
        }
        return null;
    }

    private @Nullable String subject(boolean needed) {
        String typed = Typed.line(entry.subject());
        if (typed.isEmpty()) {
            if (needed) {
                errors.add(new FieldError("subject", "activity.error.subject.missing"));
            }
            return null;
        }
        if (!ground.composition().subjects().contains(typed)) {
            errors.add(new FieldError("subject", "activity.error.subject.unknown", typed));
        }
        return typed;
    }

    private List<String> grades(boolean needed) {
        List<String> grades = GRADES.stream().filter(entry.grades()::contains).toList();
        Optional<String> unknown = entry.grades().stream().filter(grade -> !GRADES.contains(grade)).findFirst();
        if (unknown.isPresent()) {
            errors.add(new FieldError("grades", "activity.error.grade.unknown", Typed.line(unknown.get())));
        } else if (needed && grades.isEmpty()) {
            errors.add(new FieldError("grades", "activity.error.grade.missing"));
        }
        return grades;
    }

    private Map<UUID, Integer> participants(boolean needed) {
        Map<UUID, Integer> people = new LinkedHashMap<>();
        boolean bad = false;
        for (Map.Entry<String, String> box : entry.participants().entrySet()) {
            if (box.getValue().isBlank()) {
                continue;
            }
            Optional<UUID> school = id(box.getKey()).filter(id -> ground.school(id).isPresent());
            OptionalInt number = Typed.whole(box.getValue());
            String field = "participants." + box.getKey();
            if (school.isEmpty()) {
                errors.add(new FieldError(field, "activity.error.school.unknown", Typed.line(box.getKey())));
                bad = true;
            } else if (number.isEmpty() || number.getAsInt() > MOST_PEOPLE) {
                errors.add(new FieldError(field, "activity.error.people", ground.nameOf(school.get()), MOST_PEOPLE,
                        Typed.line(box.getValue())));
                bad = true;
            } else if (number.getAsInt() > 0) {
                people.put(school.get(), number.getAsInt());
            }
        }
        if (needed && people.isEmpty() && !bad) {
            errors.add(new FieldError("participants", "activity.error.participants.missing"));
        }
        return people;
    }

    private List<String> people() {
        List<String> names = Typed.names(entry.people());
        Optional<String> tooLong = names.stream().filter(name -> longer(name, LONGEST_NAME)).findFirst();
        if (tooLong.isPresent()) {
            errors.add(new FieldError("people", "activity.error.name.long", tooLong.get(), LONGEST_NAME));
        } else if (names.size() > MOST_NAMES) {
            errors.add(new FieldError("people", "activity.error.names.many", MOST_NAMES, names.size()));
        }
        return names;
    }

    private String shortText(String field, String typed, int longest) {
        String text = Typed.line(typed);
        if (longer(text, longest)) {
            errors.add(new FieldError(field, "activity.error.text.long", longest,
                    text.codePointCount(0, text.length())));
        }
        return text;
    }

    /** In characters, so that a rare one counts once. */
    private static boolean longer(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest;
    }

    private String dayPart() {
        String typed = entry.dayPart().strip();
        if (!typed.isEmpty() && !DAY_PARTS.contains(typed)) {
            errors.add(new FieldError("dayPart", "activity.error.dayPart"));
        }
        return typed;
    }
}
