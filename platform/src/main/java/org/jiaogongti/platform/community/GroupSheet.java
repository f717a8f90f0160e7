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
import org.springframework.stereotype.Component;

/** Subject guidance groups (学科指导组) of the communities. */
@Component
class GroupSheet implements SheetKind {

    private static final Column COMMUNITY = Column.key("community", Cell.words(60), "共同体名称", "共同体", "所属共同体");
    private static final Column SUBJECT = Column.key("subject", Cell.words(20), "学科", "科目");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final CommunityStore store;
    private final Schools schools;
    private final WorldChanges worldChanges;

    GroupSheet(CommunityStore store, Schools schools, WorldChanges worldChanges) {
        this.store = store;
        this.schools = schools;
        this.worldChanges = worldChanges;
    }

    @Override
    public String code() {
        return "subject-groups";
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, SUBJECT, FROM, TO);
    }

    private Names names() {
        return Names.of(schools.all(), store.all());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        return names().canonical();
    }

    /** A community has one group of a subject on any day. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        names().check(lines, problems);
        DatedSubjects.check(lines, columns(), DatedRows.overlaid(all(), earlier, columns()),
                new HashSet<>(schools.subjects()), problems);
        return problems;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putGroups(entries(rows));
        changed(rows);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeGroups(entries(rows));
        changed(rows);
    }

    private List<SubjectGroup> entries(List<SheetRow> rows) {
        Names names = names();
        return rows.stream().map(row -> new SubjectGroup(names.community(row.get("community")),
                row.get("subject"), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null)).toList();
    }

    private void changed(List<SheetRow> rows) {
        Names names = names();
        Set<String> touched = rows.stream().map(row -> names.community(row.get("community")).toString())
                .collect(Collectors.toSet());
        rows.stream().map(row -> LocalDate.parse(row.get("from"))).min(Comparator.naturalOrder())
                .ifPresent(first -> worldChanges.changed(WorldChange.from(first, touched)));
    }

    @Override
    public List<SheetRow> all() {
        Names names = names();
        return store.groups().stream().map(held -> SheetRow.of("community", names.name(held.community()),
                "subject", held.subject(), "from", held.from().toString(), "to",
                held.to() == null ? "" : held.to().toString())).toList();
    }
}
