package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.DatedRows;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A table that says of a community's subjects from when to when something is so; once of the same on any day.
 *
 * @param <E> what a row enters
 */
abstract class DatedSubjectSheet<E> implements SheetKind {

    static final Column COMMUNITY = Column.key("community", Cell.words(60), "共同体名称", "共同体", "所属共同体");
    static final Column SUBJECT = Column.key("subject", Cell.words(20), "学科", "科目");
    static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    /** What such a table is checked against and where it is kept. */
    @Component
    record Ground(CommunityStore store, Schools schools, WorldChanges worldChanges) {

        Names names() {
            return Names.of(schools.all(), store.all());
        }
    }

    final Ground ground;

    DatedSubjectSheet(Ground ground) {
        this.ground = ground;
    }

    /** @param to null while it holds */
    abstract E entry(Names names, SheetRow row, LocalDate from, @Nullable LocalDate to);

    abstract void putAll(List<E> entries);

    abstract void removeAll(List<E> entries);

    @Override
    public final boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public final UnaryOperator<SheetRow> canonical() {
        return ground.names().canonical();
    }

    @Override
    public final Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        ground.names().check(lines, problems);
        Set<String> subjects = new HashSet<>(ground.schools().subjects());
        lines.stream().filter(line -> !subjects.contains(line.row().get("subject")))
                .forEach(line -> problems.putIfAbsent(line.number(),
                        List.of(Problem.at("subject", "community.sheet.subject", line.row().get("subject")))));
        DatedRows.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()), row -> row.get("community")
                + "\u001F" + row.get("school") + "\u001F" + row.get("subject"), problems);
        return problems;
    }

    @Override
    public final void put(Actor actor, List<SheetRow> rows) {
        putAll(entries(rows));
        changed(rows);
    }

    @Override
    public final void remove(Actor actor, List<SheetRow> rows) {
        removeAll(entries(rows));
        changed(rows);
    }

    private List<E> entries(List<SheetRow> rows) {
        Names names = ground.names();
        return rows.stream().map(row -> entry(names, row, LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null)).toList();
    }

    private void changed(List<SheetRow> rows) {
        Names names = ground.names();
        Set<String> touched = rows.stream().map(row -> names.community(row.get("community")).toString())
                .collect(Collectors.toSet());
        rows.stream().map(row -> LocalDate.parse(row.get("from"))).min(Comparator.naturalOrder())
                .ifPresent(first -> ground.worldChanges().changed(WorldChange.from(first, touched)));
    }
}
