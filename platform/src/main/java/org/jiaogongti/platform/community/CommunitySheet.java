package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** The district's communities by name; which schools belong to them is a table of its own. */
@Component
class CommunitySheet implements SheetKind {

    private static final Column NAME = Column.key("name", Cell.words(60), "共同体名称", "共同体", "名称");
    private static final Column SHORT = Column.optional("short", Cell.words(12), "简称", "共同体简称");

    private final CommunityStore store;
    private final WorldChanges worldChanges;
    private final Ids ids;

    CommunitySheet(CommunityStore store, WorldChanges worldChanges, Ids ids) {
        this.store = store;
        this.worldChanges = worldChanges;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "communities";
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(NAME, SHORT);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        return Map.of();
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        Map<String, Community> known = new HashMap<>();
        store.all().forEach(community -> known.put(community.name(), community));
        int last = known.values().stream().mapToInt(Community::position).max().orElse(0);
        List<Community> communities = new ArrayList<>();
        for (SheetRow row : rows) {
            Community before = known.get(row.get("name"));
            communities.add(new Community(before == null ? ids.next() : before.id(), row.get("name"),
                    row.has("short") ? row.get("short") : row.get("name"),
                    before == null ? ++last : before.position()));
        }
        store.put(communities);
        renamed(communities);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        Set<String> names = new HashSet<>(rows.stream().map(row -> row.get("name")).toList());
        List<Community> gone = store.all().stream().filter(community -> names.contains(community.name())).toList();
        store.remove(gone.stream().map(Community::id).toList());
        renamed(gone);
    }

    /** A name moves no count; whoever reads the district reads it anew. */
    private void renamed(List<Community> communities) {
        worldChanges.changed(WorldChange.from(LocalDate.MAX,
                new HashSet<>(communities.stream().map(Community::key).toList())));
    }

    @Override
    public List<SheetRow> all() {
        return store.all().stream()
                .map(community -> SheetRow.of("name", community.name(), "short", community.shortName())).toList();
    }
}
