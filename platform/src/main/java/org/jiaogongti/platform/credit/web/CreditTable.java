package org.jiaogongti.platform.credit.web;

import java.util.List;
import org.jiaogongti.platform.credit.Credit;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditRecord;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/** Somebody's record in the columns of the province's form. */
final class CreditTable {

    private CreditTable() {}

    static TableFile of(CreditRecord record, List<CreditColumn> columns, Messages m) {
        return new TableFile(m.t("credit.file", record.name(), record.year()),
                columns.stream().map(CreditColumn::heading).toList(),
                record.lines().reversed().stream().map(line -> columns.stream()
                        .map(column -> cell(record, line, column, m)).toList()).toList());
    }

    private static String cell(CreditRecord record, Credit line, CreditColumn column, Messages m) {
        return switch (column.field()) {
            case NAME -> record.name();
            case ACTIVITY -> line.activity();
            case CATEGORY -> line.category();
            case DAYS -> m.t("credit.days", line.date().toString(), line.date().toString());
            case HOURS -> CreditView.hours(line.hours());
            case ORGANISER -> line.organiser();
            case REMARK -> m.t(line.first() ? "credit.first" : "credit.part");
            case BLANK -> "";
        };
    }
}
