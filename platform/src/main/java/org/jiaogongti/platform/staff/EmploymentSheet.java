package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.staff.store.RegisterStore;
import org.springframework.stereotype.Component;

/** 在编、专任: how people are employed, from a day on. */
@Component
class EmploymentSheet extends PersonSheet<Employment> {

    private static final Column FROM = Column.key("from", Cell.day(), "起始日期", "起", "自");
    private static final Column PERMANENT = Column.required("permanent", Cell.yesNo(), "在编", "是否在编");
    private static final Column FULL_TIME = Column.required("full-time", Cell.yesNo(), "专任", "是否专任", "专任教师");

    private final RegisterStore store;

    EmploymentSheet(RegisterStore store, Staff staff) {
        super(staff);
        this.store = store;
    }

    @Override
    public String code() {
        return "employments";
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public int position() {
        return 86;
    }

    @Override
    public List<Column> columns() {
        return List.of(PeopleSheet.NUMBER, FROM, PERMANENT, FULL_TIME);
    }

    @Override
    List<Employment> known(Collection<UUID> people) {
        return store.employments(people);
    }

    @Override
    UUID person(Employment employment) {
        return employment.person();
    }

    @Override
    SheetRow row(String number, Employment employment) {
        return SheetRow.of("number", number, "from", employment.from().toString(), "permanent",
                Boolean.toString(employment.permanent()), "full-time", Boolean.toString(employment.fullTime()));
    }

    @Override
    Employment line(UUID person, SheetRow row) {
        return new Employment(person, LocalDate.parse(row.get("from")), Boolean.parseBoolean(row.get("permanent")),
                Boolean.parseBoolean(row.get("full-time")));
    }

    @Override
    void putAll(List<Employment> employments) {
        store.putEmployments(employments);
    }

    @Override
    void removeAll(List<Employment> employments) {
        store.removeEmployments(employments);
    }
}
