package org.jiaogongti.platform.activity.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.Caution;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Preview;
import org.jiaogongti.platform.activity.model.EntryReading;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Timetables.Taught;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form as it is shown.
 *
 * @param id the occasion that is changed, or null for a new one
 * @param groups schools to choose from, by community
 * @param near the schools of the own community, whose participants are asked for first
 * @param preview what it would count for, or null where nobody asked yet
 * @param cautions what other modules say against it
 * @param same entries of the other side that may be the same
 * @param shortfalls what the schools of the own community still lack this term, by kind
 * @param theirs both sides, where somebody else changed it meanwhile; or null
 * @param brought names of the fields that hold what was filed
 * @param lessons what the person teaches on the day, by the timetable
 */
public record RecordView(OccasionEntry entry, @Nullable UUID id, int version, LocalDate day, List<School> sides,
        Set<UUID> own, Map<String, List<School>> groups, List<School> near, List<ActivityKind> kinds,
        List<FieldError> errors, @Nullable Preview preview, List<Caution> cautions, List<Occasion> same,
        List<Occasion> latest, List<EvidenceItem> files, @Nullable ConflictView theirs,
        Map<UUID, Map<String, Integer>> shortfalls, List<String> brought, List<Taught> lessons, Say say) {

    /** What every record may have, in the order of the form. */
    public static final List<Need> ORDER = List.of(Need.HOST, Need.PEOPLE, Need.RANK, Need.LEADER, Need.SUBJECT,
            Need.CLASS, Need.GRADE, Need.TOPIC, Need.PARTICIPANTS);

    /** A lesson of the timetable, as a link to the form with it filled in. */
    public record Lesson(String text, String href) {}

    public List<Lesson> timetable() {
        return lessons.stream().map(taught -> {
            org.jiaogongti.platform.school.Lesson lesson = taught.lesson();
            String part = part(taught);
            String text = say.m().t("activity.timetable.lesson", part.isEmpty()
                    ? say.m().t("activity.timetable.period", lesson.period())
                    : say.m().t("activity.part." + part), lesson.name().text(), lesson.subject());
            String grade = ClassName.gradeText(lesson.name().grade()).substring(0, 1);
            Map<String, String> query = new LinkedHashMap<>();
            query.put("school", entry.school());
            query.put("date", entry.date());
            query.put("kind", entry.mainKind());
            query.put("host", lesson.site().school().toString());
            query.put("part", part);
            query.put("class", lesson.name().text());
            query.put("grade", grade);
            query.put("subject", lesson.subject());
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/activities/new");
            query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
            return new Lesson(text, address.encode().buildAndExpand(query).toUriString());
        }).toList();
    }

    /** The form's word for a period, by its bell; empty where nobody said when it rings. */
    private static String part(Taught taught) {
        LocalTime starts = taught.starts();
        int period = taught.lesson().period();
        String part = starts == null ? "" : starts.isBefore(LocalTime.NOON) ? "am-" + period : "pm-" + (period - 4);
        return EntryReading.DAY_PARTS.contains(part) ? part : "";
    }

    /** The school the entry is made for. */
    public String side() {
        return sides.stream().filter(school -> school.key().equals(entry.school())).map(School::name).findFirst()
                .orElse("");
    }

    /** The campuses and teaching points at which a school can host. */
    public List<String> campuses(School school) {
        return say.ground().campusesOf(school.id(), day).stream().map(Campus::name).toList();
    }

    /** Whether a school is chosen as a place of its central school. */
    public boolean isPoint(School school) {
        return say.ground().centralOf(school.id(), day).isPresent();
    }

    /** What a school lacks, kind by kind, for the script that marks it when another kind is chosen. */
    public String shortData(School school) {
        return shortfalls.getOrDefault(school.id(), Map.of()).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + left(each.getKey(), each.getValue()))
                .collect(Collectors.joining(";"));
    }

    /** The school's name, with what it lacks of the chosen kind. */
    public String marked(School school) {
        String name = say.withRole(school, day);
        return lack(school).map(left -> say.m().t("activity.short.mark", name, left)).orElse(name);
    }

    /** Which schools lack something of the chosen kind; empty where none is chosen. */
    public String shortLine() {
        String schools = near.stream()
                .flatMap(school -> lack(school)
                        .map(left -> say.m().t("activity.short.school", school.shortName(), left)).stream())
                .collect(Collectors.joining(say.m().t("activity.and")));
        return schools.isEmpty() ? "" : say.m().t("activity.short", schools);
    }

    private Optional<String> lack(School school) {
        return Optional.ofNullable(shortfalls.getOrDefault(school.id(), Map.of()).get(entry.mainKind()))
                .map(left -> left(entry.mainKind(), left));
    }

    private String left(String kind, int left) {
        return say.m().t("activity.short.left", left, say.kindOf(kind).unit());
    }

    public boolean fresh() {
        return id == null;
    }

    public String action() {
        return id == null ? "/activities" : "/activities/" + id;
    }

    /** Entered for a school that is not one's own. */
    public boolean behalf() {
        return own.stream().noneMatch(school -> school.toString().equals(entry.school()));
    }

    /** The error of a field, or null. */
    public @Nullable String error(String field) {
        return errorTexts().get(field);
    }

    private Map<String, String> errorTexts() {
        Map<String, String> texts = new HashMap<>();
        errors.forEach(error -> texts.putIfAbsent(error.field(), say.error(error)));
        return texts;
    }

    public List<ActivityKind> common() {
        return kinds.stream().filter(ActivityKind::common).toList();
    }

    public List<ActivityKind> others() {
        return kinds.stream().filter(kind -> !kind.common()).toList();
    }

    /** What the chosen kinds ask; everything every record may have while none is chosen. */
    public boolean asked(String what) {
        List<ActivityKind> chosen = kinds.stream()
                .filter(kind -> entry.ticked(kind.code()) || kind.code().equals(entry.mainKind())).toList();
        return chosen.isEmpty()
                ? Arrays.stream(Need.values()).anyMatch(need -> need.name().equals(what))
                : chosen.stream().anyMatch(kind -> asks(kind).contains(what));
    }

    /** What a kind asks, for the script that shows it when the kind is chosen. */
    public static List<String> asks(ActivityKind kind) {
        return Stream.concat(kind.shown().stream().map(Need::name),
                kind.fields().stream().map(ask -> ask.field().code())).toList();
    }

    /** The fields that some kind asks for. */
    public List<KindField> fields() {
        Set<String> asked = kinds.stream().flatMap(kind -> kind.fields().stream()).map(ask -> ask.field().code())
                .collect(Collectors.toSet());
        return say.kinds().fields().stream().filter(field -> asked.contains(field.code())).toList();
    }

    /** What holds something stays in sight, whichever kind is chosen. */
    public boolean hidden(String what) {
        return !asked(what) && !filled(what);
    }

    private boolean filled(String what) {
        for (Need need : Need.values()) {
            if (need.name().equals(what)) {
                return filled(need);
            }
        }
        return entry.fields().entrySet().stream().anyMatch(box -> !box.getValue().isBlank()
                && (box.getKey().equals(what) || box.getKey().startsWith(what + ".")));
    }

    private boolean filled(Need need) {
        return switch (need) {
            case HOST -> !entry.host().isBlank();
            case LEADER -> !entry.leader().isBlank();
            case RANK -> !entry.leaderRank().isBlank();
            case SUBJECT -> !entry.subject().isBlank();
            case GRADE -> !entry.grades().isEmpty();
            case PARTICIPANTS -> entry.participants().values().stream().anyMatch(people -> !people.isBlank());
            case PEOPLE -> !entry.people().isBlank();
            case CLASS -> !entry.className().isBlank();
            case TOPIC -> !entry.topic().isBlank();
        };
    }

    /** What stands in the box of a field. */
    public String box(KindField field) {
        return OccasionEntry.box(entry.fields(), field.code());
    }

    public String box(KindField field, UUID school) {
        return OccasionEntry.box(entry.fields(), field.code() + "." + school);
    }

    /** Schools of the own community, and those of whom somebody was there. */
    public List<School> seats(KindField field) {
        return Stream.concat(near.stream(), groups.values().stream().flatMap(List::stream)
                .filter(school -> !near.contains(school) && !box(field, school.id()).isEmpty())).distinct().toList();
    }

    /** The other communities of the district, in the notice's order. */
    public List<Community> otherCommunities() {
        return say.ground().composition().communities().stream()
                .filter(community -> near.isEmpty() || say.ground().membership(near.getFirst().id(), day)
                        .filter(its -> its.community().equals(community.id())).isEmpty())
                .toList();
    }

    /** Whether one of the rarer kinds is chosen, so that they are shown open. */
    public boolean otherChosen() {
        return others().stream().anyMatch(kind -> kind.code().equals(entry.mainKind()));
    }

    public boolean otherTicked() {
        return others().stream().anyMatch(kind -> entry.ticked(kind.code()));
    }

    public String lessons(String kind) {
        String typed = OccasionEntry.box(entry.lessons(), kind);
        return typed.isEmpty() ? "1" : typed;
    }

    public String people(UUID school) {
        return OccasionEntry.box(entry.participants(), school.toString());
    }

    /** Schools beyond the own community of whom somebody took part. */
    public List<School> guests() {
        return groups.values().stream().flatMap(List::stream).distinct()
                .filter(school -> !near.contains(school) && !people(school.id()).isEmpty()).toList();
    }
}
