package org.jiaogongti.platform.intake.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.TableState;
import org.jiaogongti.platform.intake.Upload;
import org.jspecify.annotations.Nullable;

/**
 * All tables in the order in which a district fills them.
 *
 * @param next the first table that a district needs and that holds nothing yet, or null where none is left
 * @param problem why the last file was refused, empty if it was not
 * @param sent code of the table the refused file was sent for, empty if none was
 */
public record TablesView(List<Part> parts, @Nullable Line next, int filled, int all, List<Upload> uploads,
        String problem, String sent) {

    /** What belongs together; a table's place in the order says where it stands. */
    public enum Group {
        CALENDAR(10), SCHOOLS(30), COMMUNITIES(70), PEOPLE(110), TEACHING(200), ACTIVITIES(Integer.MAX_VALUE);

        private final int below;

        Group(int below) {
            this.below = below;
        }

        static Group of(SheetKind kind) {
            for (Group group : values()) {
                if (kind.position() < group.below) {
                    return group;
                }
            }
            return ACTIVITIES;
        }
    }

    /** A group with its tables. */
    public record Part(Group group, List<Line> lines) {

        public long filled() {
            return lines.stream().filter(line -> line.rows() > 0).count();
        }
    }

    /**
     * A table.
     *
     * @param number its step, from 1
     * @param imported the day on which rows last came in from a file, empty where none did
     */
    public record Line(int number, SheetKind kind, long rows, String imported) {

        /** Done, not begun, or not needed by every district. */
        public String mark() {
            return rows > 0 ? "done" : kind.optional() ? "opt" : "todo";
        }
    }

    static TablesView of(List<TableState> states, List<Upload> uploads, ZoneId zone, String problem, String sent) {
        Map<Group, List<Line>> groups = new EnumMap<>(Group.class);
        List<Line> lines = new ArrayList<>();
        for (TableState state : states) {
            Line line = new Line(lines.size() + 1, state.kind(), state.rows(), state.importedAt() == null
                    ? ""
                    : state.importedAt().atZone(zone).toLocalDate().toString());
            lines.add(line);
            groups.computeIfAbsent(Group.of(state.kind()), _ -> new ArrayList<>()).add(line);
        }
        Line next = lines.stream().filter(line -> line.rows() == 0 && !line.kind().optional()).findFirst().orElse(null);
        return new TablesView(groups.entrySet().stream().map(each -> new Part(each.getKey(), each.getValue())).toList(),
                next, (int) lines.stream().filter(line -> line.rows() > 0).count(), lines.size(), uploads, problem,
                sent);
    }

    /** Open where work is to be done: the next table, and the one whose file was refused. */
    public boolean open(Line line) {
        return sent.isEmpty() ? line.equals(next) : line.kind().code().equals(sent);
    }
}
