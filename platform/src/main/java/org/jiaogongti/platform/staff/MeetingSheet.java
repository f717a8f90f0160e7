package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.staff.store.MentoringStore;
import org.springframework.stereotype.Component;

/** When mentoring pairs met, what about and for how long. */
@Component
class MeetingSheet implements SheetKind {

    private static final Column ON = Column.key("on", Cell.day(), "日期", "见面日期");
    private static final Column TOPIC = Column.key("topic", Cell.words(120), "做了什么", "内容", "主题");
    private static final Column MINUTES = Column.required("minutes",
            Cell.whole(MentoringMeeting.SHORTEST, MentoringMeeting.LONGEST), "分钟", "时长");

    private final MentoringStore store;
    private final MentoringSheet.Known known;

    MeetingSheet(MentoringStore store, MentoringSheet.Known known) {
        this.store = store;
        this.known = known;
    }

    @Override
    public String code() {
        return "mentoring-meetings";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 106;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(MentoringSheet.MENTOR, MentoringSheet.MENTEE, ON, TOPIC, MINUTES);
    }

    /** The pair of each row that lies in one. */
    private Map<SheetRow, MentoringPair> pairs(Collection<SheetRow> rows) {
        Map<String, Person> numbered = known.staff().numbered(rows, "mentor", "mentee");
        Set<UUID> mentees = new HashSet<>();
        rows.forEach(row -> Optional.ofNullable(numbered.get(row.get("mentee")))
                .ifPresent(person -> mentees.add(person.id())));
        Map<UUID, List<MentoringPair>> byMentee = store.ofPeople(mentees).stream()
                .collect(Collectors.groupingBy(pair -> pair.two().mentee()));
        Map<SheetRow, MentoringPair> found = new HashMap<>();
        for (SheetRow row : rows) {
            Person mentor = numbered.get(row.get("mentor"));
            Person mentee = numbered.get(row.get("mentee"));
            if (mentor != null && mentee != null) {
                byMentee.getOrDefault(mentee.id(), List.of()).stream()
                        .filter(pair -> pair.two().mentor().equals(mentor.id())
                                && pair.days(LocalDate.parse(row.get("on"))) == Days.NOW)
                        .findFirst().ifPresent(pair -> found.put(row, pair));
            }
        }
        return found;
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known.staff().checkNumbers(lines, "mentor", problems);
        known.staff().checkNumbers(lines, "mentee", problems);
        Map<SheetRow, MentoringPair> pairs = pairs(lines.stream().map(SheetLine::row).toList());
        for (SheetLine line : lines) {
            if (!pairs.containsKey(line.row())) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("on", "staff.mentoring.sheet.no-pair")));
            }
        }
        return problems;
    }

    private Map<String, MentoringMeeting> held(Collection<SheetRow> rows) {
        Map<String, MentoringMeeting> held = new HashMap<>();
        Map<UUID, MentoringPair> pairs = pairs(rows).values().stream().distinct()
                .collect(Collectors.toMap(MentoringPair::id, Function.identity()));
        List<MentoringMeeting> meetings = store.meetings(pairs.keySet());
        List<SheetRow> written = written(meetings, pairs);
        for (int index = 0; index < meetings.size(); index++) {
            held.put(written.get(index).key(columns()), meetings.get(index));
        }
        return held;
    }

    private List<SheetRow> written(List<MentoringMeeting> meetings, Map<UUID, MentoringPair> pairs) {
        Map<UUID, Person> byId = known.staff().byId();
        List<SheetRow> rows = new ArrayList<>();
        for (MentoringMeeting meeting : meetings) {
            MentoringPair.Two two = Objects.requireNonNull(pairs.get(meeting.pair())).two();
            rows.add(SheetRow.of("mentor", Staff.number(byId, two.mentor()), "mentee",
                    Staff.number(byId, two.mentee()), "on", meeting.on().toString(), "topic", meeting.topic(),
                    "minutes", Integer.toString(meeting.minutes())));
        }
        return rows;
    }

    @Override
    public Map<String, SheetRow> current(Collection<SheetRow> keys) {
        Map<String, MentoringMeeting> held = held(keys);
        Map<String, SheetRow> found = new HashMap<>();
        for (SheetRow row : keys) {
            MentoringMeeting meeting = held.get(row.key(columns()));
            if (meeting != null) {
                found.put(row.key(columns()), row.with("minutes", Integer.toString(meeting.minutes())));
            }
        }
        return found;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<SheetRow, MentoringPair> pairs = pairs(rows);
        store.putMeetings(rows.stream()
                .map(row -> new MentoringMeeting(known.ids().next(), Objects.requireNonNull(pairs.get(row)).id(),
                        LocalDate.parse(row.get("on")), row.get("topic"), Integer.parseInt(row.get("minutes"))))
                .toList());
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, MentoringMeeting> held = held(rows);
        store.removeMeetings(rows.stream().map(row -> held.get(row.key(columns()))).filter(Objects::nonNull)
                .map(MentoringMeeting::id).toList());
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, MentoringPair> pairs = store.all().stream()
                .collect(Collectors.toMap(MentoringPair::id, Function.identity()));
        return written(store.meetings(pairs.keySet()), pairs).stream()
                .filter(row -> row.has("mentor") && row.has("mentee")).toList();
    }
}
