package org.jiaogongti.platform.school;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Where places lie; what nobody measured is estimated from it. */
@Component
class PositionSheet implements SheetKind {

    private static final int DECIMALS = 6;
    private static final Column LATITUDE = Column.required("latitude",
            new Cell.Decimal(new BigDecimal("3"), new BigDecimal("54"), DECIMALS), "纬度", "北纬");
    private static final Column LONGITUDE = Column.required("longitude",
            new Cell.Decimal(new BigDecimal("73"), new BigDecimal("136"), DECIMALS), "经度", "东经");

    private final JourneyStore store;
    private final SchoolStore schools;
    private final SiteStore sites;

    PositionSheet(JourneyStore store, SchoolStore schools, SiteStore sites) {
        this.store = store;
        this.schools = schools;
        this.sites = sites;
    }

    @Override
    public String code() {
        return "positions";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 16;
    }

    @Override
    public boolean mayFill(Actor actor) {
        return Schools.mayOrganise(actor);
    }

    @Override
    public List<Column> columns() {
        return List.of(ClassSheet.SCHOOL, ClassSheet.CAMPUS, LATITUDE, LONGITUDE);
    }

    private KnownSites known() {
        return KnownSites.of(schools.all(), sites.campuses());
    }

    @Override
    public UnaryOperator<SheetRow> canonical() {
        KnownSites known = known();
        return row -> known.canonical(row, "school", "campus");
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        known().check(lines, "school", "campus", problems);
        return problems;
    }

    @Override
    public void put(Actor actor, List<SheetRow> rows) {
        KnownSites known = known();
        Map<Site, Position> positions = new HashMap<>();
        rows.forEach(row -> positions.put(known.site(row, "school", "campus"),
                new Position(Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude")))));
        store.putPositions(positions);
    }

    @Override
    public void remove(Actor actor, List<SheetRow> rows) {
        KnownSites known = known();
        store.removePositions(rows.stream().map(row -> known.site(row, "school", "campus")).toList());
    }

    @Override
    public List<SheetRow> all() {
        KnownSites known = known();
        Map<String, SheetRow> rows = new TreeMap<>();
        store.positions().forEach((site, position) -> rows.put(known.name(site) + "\u001F" + site.campus(),
                SheetRow.of("school", known.name(site), "campus", site.campus(), "latitude",
                        text(position.latitude()), "longitude", text(position.longitude()))));
        return List.copyOf(rows.values());
    }

    private static String text(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
