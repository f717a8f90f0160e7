package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.staff.PersonTitle.Level;
import org.jiaogongti.platform.staff.store.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 名优骨干: the bureau's list of titles, with level, document and days. */
@Component
class TitleSheet extends PersonSheet<PersonTitle> {

    private static final Column NAME = Column.key("name", Cell.words(30), "称号", "荣誉称号", "称号名称");
    private static final Column LEVEL = Column.key("level", Cell.oneOf("区级", Level.DISTRICT.name(), "县级",
            Level.DISTRICT.name(), "校级", Level.SCHOOL.name(), "市级", Level.CITY.name(), "省级", Level.PROVINCE.name(),
            "国家级",
            Level.NATION.name()), "级别", "称号级别");
    private static final Column DOCUMENT = Column.optional("document", Cell.words(80), "文件", "文号", "依据");
    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自", "授予日期");
    private static final Column TO = Column.optional("to", Cell.day(), "结束日期", "止", "至");

    private final RegisterStore store;

    TitleSheet(RegisterStore store, Staff staff) {
        super(staff);
        this.store = store;
    }

    @Override
    public String code() {
        return "titles";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 82;
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, NAME, LEVEL, DOCUMENT, FROM, TO);
    }

    @Override
    public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
        Map<Integer, List<Problem>> problems = super.check(lines, earlier);
        for (SheetLine line : lines) {
            if (Level.valueOf(line.row().get("level")).distinguished() && !line.row().has("document")) {
                problems.putIfAbsent(line.number(), List.of(Problem.at("document", "staff.refused.document")));
            }
        }
        return problems;
    }

    @Override
    List<PersonTitle> known(Collection<UUID> people) {
        return store.titles(people);
    }

    @Override
    UUID person(PersonTitle title) {
        return title.person();
    }

    @Override
    SheetRow row(String number, PersonTitle title) {
        return SheetRow.of("number", number, "name", title.name(), "level", title.level().name(), "document",
                text(title.document()), "from", title.from().toString(), "to", text(title.to()));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    PersonTitle line(UUID person, SheetRow row) {
        return new PersonTitle(person, row.get("name"), Level.valueOf(row.get("level")),
                row.has("document") ? row.get("document") : null, LocalDate.parse(row.get("from")),
                row.has("to") ? LocalDate.parse(row.get("to")) : null);
    }

    @Override
    void putAll(List<PersonTitle> titles) {
        store.putTitles(titles);
    }

    @Override
    void removeAll(List<PersonTitle> titles) {
        store.removeTitles(titles);
    }
}
