package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Component;

/** Which school leads or belongs to which community, from when to when. */
@Component
class MembershipSheet implements SheetKind {

    private static final Column SCHOOL = Column.key("school", Cell.words(60), "学校名称", "学校", "校名", "单位名称");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自", "加入日期");
    private static final Column COMMUNITY = Column.required("community", Cell.words(60), "共同体名称", "共同体", "所属共同体");
    private static final Column ROLE = Column.required("role",
            Cell.oneOf("牵头校", "LEAD", "牵头学校", "LEAD", "成员校", "MEMBER", "成员学校", "MEMBER"), "身份", "牵头或成员", "类别");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至", "退出日期");

    private final CommunityStore store;
    private final Schools schools;
    private final WorldChanges worldChanges;

    MembershipSheet(CommunityStore store, Schools schools, WorldChanges worldChanges) {
        this.store = store;
        this.schools = schools;
        this.worldChanges = worldChanges;
    }

    @Override
    public String code() {
        return "memberships";
    }

    @Override
    public int position() {
        return 40;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, SCHOOL, ROLE, FROM, TO);
    }

    /** A school is in one community on any day, a community has one lead school; rows of the file count as well. */
    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        Names names = names();
        names.check(lines, problems);
        Map<String, SchoolMembership> all = new HashMap<>();
        store.memberships().forEach(held -> all.put(held.school() + " " + held.from(), held));
        earlier.stream().map(row -> membership(row, names))
                .forEach(before -> all.put(before.school() + " " + before.from(), before));
        List<SheetLine> good = new ArrayList<>();
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (problems.containsKey(line.number())) {
                continue;
            }
            if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.put(line.number(), List.of(Problem.at("to", "intake.row.last-before-first")));
            } else {
                SchoolMembership held = membership(row, names);
                all.put(held.school() + " " + held.from(), held);
                good.add(line);
            }
        }
        for (SheetLine line : good) {
            SchoolMembership mine = membership(line.row(), names);
            for (SchoolMembership other : all.values()) {
                if (!other.equals(mine) && overlaps(mine, other)) {
                    if (other.school().equals(mine.school())) {
                        problems.put(line.number(),
                                List.of(Problem.at("from", "community.sheet.two-communities", other.from())));
                    } else if (mine.role() == Role.LEAD && other.role() == Role.LEAD
                            && other.community().equals(mine.community())) {
                        problems.put(line.number(), List.of(Problem.at("role", "community.sheet.two-leads")));
                    }
                }
            }
        }
        return problems;
    }

    private static boolean overlaps(SchoolMembership one, SchoolMembership other) {
        LocalDate oneEnd = one.to() == null ? LocalDate.MAX : one.to();
        LocalDate otherEnd = other.to() == null ? LocalDate.MAX : other.to();
        return !one.from().isAfter(otherEnd) && !other.from().isAfter(oneEnd);
    }

    private static SchoolMembership membership(SheetRow row, Names names) {
        return new SchoolMembership(names.school(row.get("school")), names.community(row.get("community")),
                Role.valueOf(row.get("role")), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null);
    }

    private Names names() {
        return Names.of(schools.all(), store.all());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        return names().canonical();
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        List<SchoolMembership> memberships = memberships(rows);
        Set<String> touched = touched(memberships);
        store.putMemberships(memberships);
        changed(memberships, touched);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        List<SchoolMembership> memberships = memberships(rows);
        store.removeMemberships(memberships);
        changed(memberships, touched(memberships));
    }

    private List<SchoolMembership> memberships(List<SheetRow> rows) {
        Names names = names();
        return rows.stream().map(row -> membership(row, names)).toList();
    }

    /** Where these schools belong now and where they belonged. */
    private Set<String> touched(List<SchoolMembership> memberships) {
        Set<UUID> named = new HashSet<>(memberships.stream().map(SchoolMembership::school).toList());
        Set<String> touched = new HashSet<>(
                memberships.stream().map(membership -> membership.community().toString()).toList());
        store.memberships().stream().filter(held -> named.contains(held.school()))
                .forEach(held -> touched.add(held.community().toString()));
        return touched;
    }

    private void changed(List<SchoolMembership> memberships, Set<String> touched) {
        memberships.stream().map(SchoolMembership::from).min(Comparator.naturalOrder())
                .ifPresent(first -> worldChanges.changed(WorldChange.from(first, touched)));
    }

    @Override
    public List<SheetRow> all() {
        Names names = names();
        return store.memberships().stream()
                .map(held -> SheetRow.of("school", names.name(held.school()), "from", held.from().toString(),
                        "community", names.name(held.community()), "role", held.role().name(), "to",
                        held.to() == null ? "" : held.to().toString()))
                .toList();
    }
}
