package org.jiaogongti.platform.school;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.school.store.JourneyStore;
import org.jiaogongti.platform.school.store.SchoolStore;
import org.jiaogongti.platform.school.store.SiteStore;
import org.springframework.stereotype.Component;

/** Minutes and kilometres between places, as somebody measured them. */
@Component
class JourneySheet implements SheetKind {

    private static final Column FROM = Column.key("from", Cell.words(60), "出发学校", "从哪所学校", "起点");
    private static final Column FROM_CAMPUS = Column.optionalKey("from-campus", Cell.words(60), "出发校区或教学点", "出发校区");
    private static final Column TO = Column.key("to", Cell.words(60), "到达学校", "到哪所学校", "终点");
    private static final Column TO_CAMPUS = Column.optionalKey("to-campus", Cell.words(60), "到达校区或教学点", "到达校区");
    private static final Column MINUTES = Column.required("minutes", Cell.whole(0, 600), "分钟", "用时", "车程");
    private static final Column KILOMETRES = Column.optional("kilometres",
            new Cell.Decimal(BigDecimal.ZERO, new BigDecimal("999.9"), 1), "公里", "千米", "距离");

    private final JourneyStore store;
    private final SchoolStore schools;
    private final SiteStore sites;

    JourneySheet(JourneyStore store, SchoolStore schools, SiteStore sites) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
    }

    @Override
    public String code() {
        return "journeys";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 17;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(FROM, FROM_CAMPUS, TO, TO_CAMPUS, MINUTES, KILOMETRES);
    }

    private KnownSites known() {
        return KnownSites.of(schools.all(), sites.campuses());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSites known = known();
        return row -> known.canonical(known.canonical(row, "from", "from-campus"), "to", "to-campus");
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        KnownSites known = known();
        known.check(lines, "from", "from-campus", problems);
        known.check(lines, "to", "to-campus", problems);
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (row.get("from").equals(row.get("to")) && row.get("from-campus").equals(row.get("to-campus"))) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("to", "school.sheet.same-place")));
            }
        }
        return problems;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        store.putJourneys(journeys(rows));
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        store.removeJourneys(journeys(rows));
    }

    private List<Journey> journeys(List<SheetRow> rows) {
        KnownSites known = known();
        return rows.stream().map(row -> new Journey(known.site(row, "from", "from-campus"),
                known.site(row, "to", "to-campus"), Integer.parseInt(row.get("minutes")),
                row.has("kilometres") ? new BigDecimal(row.get("kilometres")) : null, false)).toList();
    }

    @Override
    public List<SheetRow> all() {
        KnownSites known = known();
        return store.journeys().stream()
                .map(way -> SheetRow.of("from", known.name(way.from()), "from-campus", way.from().campus(), "to",
                        known.name(way.to()), "to-campus", way.to().campus(), "minutes",
                        Integer.toString(way.minutes()), "kilometres", text(way.kilometres())))
                .toList();
    }

    private static String text(@org.jspecify.annotations.Nullable BigDecimal kilometres) {
        return kilometres == null ? "" : kilometres.stripTrailingZeros().toPlainString();
    }
}
