package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.advice.store.AdviserStore;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 顾问名册 as a spreadsheet. */
@Component
class AdviserSheet implements SheetKind {

    private static final Column COMMUNITY = Column.key("community", Cell.words(60), "共同体", "共同体名称");
    private static final Column NAME = Column.key("name", Cell.words(Adviser.LONGEST), "姓名", "顾问", "顾问姓名");
    private static final Column UNIT = Column.key("unit", Cell.words(Adviser.LONGEST), "单位", "工作单位");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column KIND = Column.required("kind", Cell.oneOf("管理顾问", "MANAGEMENT", "管理", "MANAGEMENT",
            "教学顾问", "TEACHING", "教学", "TEACHING", "科研顾问", "RESEARCH", "科研", "RESEARCH"), "类别", "顾问类别");
    private static final Column LEVEL = Column.required("level",
            Cell.oneOf("省级", "PROVINCE", "省", "PROVINCE", "市级", "CITY", "市", "CITY", "区级", "DISTRICT", "区", "DISTRICT"),
            "层级", "级别");
    private static final Column TITLES = Column.optional("titles", Cell.words(Adviser.LONGEST), "职务和称号", "职称", "职务");
    private static final Column INVITED = Column.required("invited-by", Cell.words(Adviser.LONGEST), "邀请方", "谁邀请的");
    private static final Column DOCUMENT = Column.optional("document", Cell.words(Adviser.LONGEST), "文件", "文号");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final AdviserStore store;
    private final Communities communities;
    private final Ids ids;

    AdviserSheet(AdviserStore store, Communities communities, Ids ids) {
        this.store = store;
        this.communities = communities;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "advisers";
    }

    @Override
    public int position() {
        return 108;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(COMMUNITY, NAME, KIND, LEVEL, UNIT, TITLES, INVITED, DOCUMENT, FROM, TO);
    }

    /** A community by its whole or its short name. */
    private Map<String, Community> named() {
        Map<String, Community> named = new HashMap<>();
        List<Community> all = communities.all();
        all.forEach(community -> named.put(community.shortName(), community));
        all.forEach(community -> named.put(community.name(), community));
        return named;
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        Map<String, Community> named = named();
        return row -> {
            Community community = named.get(row.get("community"));
            return community == null ? row : row.with("community", community.name());
        };
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<String, Community> named = named();
        Map<Integer, List<Problem>> problems = new HashMap<>();
        List<Adviser> taken = others(Stream.concat(earlier.stream(), lines.stream().map(SheetLine::row)).toList());
        earlier.forEach(row -> taken.add(adviser(null, row, named)));
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (!named.containsKey(row.get("community"))) {
                problems.put(line.number(),
                        List.of(Problem.at("community", "advice.sheet.community", row.get("community"))));
            } else if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.put(line.number(), List.of(Problem.at("to", "school.sheet.last-before-first")));
            } else {
                Adviser adviser = adviser(null, row, named);
                if (taken.stream().anyMatch(adviser::crosses)) {
                    problems.put(line.number(), List.of(Problem.at("from", "advice.refused.already")));
                } else {
                    taken.add(adviser);
                }
            }
        }
        return problems;
    }

    /** Engagements of the same names that the rows do not write. */
    private List<Adviser> others(List<SheetRow> rows) {
        List<String> keys = rows.stream().map(row -> row.key(columns())).toList();
        List<Adviser> others = new ArrayList<>();
        held(rows).forEach((key, adviser) -> {
            if (!keys.contains(key)) {
                others.add(adviser);
            }
        });
        return others;
    }

    private Adviser adviser(@Nullable Adviser before, SheetRow row, Map<String, Community> named) {
        Community community = Objects.requireNonNull(named.get(row.get("community")));
        UUID id = before == null ? ids.next() : before.id();
        return new Adviser(id, community.id(), row.get("name"), AdviserKind.valueOf(row.get("kind")),
                AdviserLevel.valueOf(row.get("level")), row.get("unit"), row.get("titles"), row.get("invited-by"),
                row.get("document"), LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null);
    }

    private Map<String, Adviser> held(Collection<SheetRow> rows) {
        return store.named(rows.stream().map(row -> row.get("name")).distinct().toList()).stream()
                .collect(Collectors.toMap(adviser -> row(adviser, names()).key(columns()), adviser -> adviser));
    }

    private Map<UUID, String> names() {
        return communities.all().stream().collect(Collectors.toMap(Community::id, Community::name));
    }

    private static SheetRow row(Adviser adviser, Map<UUID, String> names) {
        return SheetRow.of("community", names.getOrDefault(adviser.community(), ""), "name", adviser.name(), "kind",
                adviser.kind().name(), "level", adviser.level().name(), "unit", adviser.unit(), "titles",
                adviser.titles(), "invited-by", adviser.invitedBy(), "document", adviser.document(), "from",
                adviser.from().toString(), "to", adviser.to() == null ? "" : String.valueOf(adviser.to()));
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Community> named = named();
        Map<String, Adviser> held = held(rows);
        store.put(rows.stream().map(row -> adviser(held.get(row.key(columns())), row, named)).toList());
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Map<String, Adviser> held = held(rows);
        store.remove(rows.stream().map(row -> held.get(row.key(columns()))).filter(Objects::nonNull)
                .map(Adviser::id).toList());
    }

    @Override
    public List<SheetRow> all() {
        Map<UUID, String> names = names();
        return store.all().stream().map(adviser -> row(adviser, names)).toList();
    }
}
