package org.jiaogongti.platform.staff.web;

import java.util.List;
import java.util.stream.Stream;
import org.jiaogongti.charter.explaining.Wording;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.staff.Register.Figures;
import org.jiaogongti.platform.staff.Register.SchoolFigures;

/** How many teachers each school has on a day, and what follows from it. */
public record CountsView(Figures figures, Messages m) {

    /**
     * One school.
     *
     * @param apart whether the register holds another number than the one that was counted
     */
    public record Row(String school, String counted, String from, String needed, String registered, String permanent,
            boolean apart) {}

    /** A rule of the charter that rests on the count. */
    public record Rule(String clause, String quote, String name, String reading) {}

    public String day() {
        return figures.day().toString();
    }

    public List<Row> rows() {
        return figures.schools().stream().map(this::row).toList();
    }

    /** The rows as they stand on the page. */
    public TableFile file() {
        List<String> heads = Stream.of("staff.school", "staff.counts.counted", "staff.counts.since",
                "staff.counts.needed", "staff.counts.registered", "staff.counts.permanent", "staff.counts.note")
                .map(m::t).toList();
        return new TableFile(m.t("staff.counts.title") + " " + day(), heads,
                rows().stream().map(row -> List.of(row.school(), row.counted(), row.from(), row.needed(),
                        row.registered(), row.permanent(), row.apart() ? m.t("staff.counts.apart") : "")).toList());
    }

    private Row row(SchoolFigures school) {
        var counted = school.counted();
        Integer needed = school.needed();
        return new Row(school.school().name(),
                counted == null ? m.t("staff.counts.none") : Messages.number(counted.teachers()),
                counted == null ? "" : counted.from().toString(), needed == null ? "" : needed.toString(),
                Messages.number(school.registered().fullTime()), Messages.number(school.registered().permanent()),
                counted != null && counted.teachers() != school.registered().fullTime());
    }

    public List<Rule> rules() {
        return figures.rules().stream().map(rule -> new Rule(rule.quote().clause(), rule.quote().text(), rule.name(),
                Wording.of(rule.condition()))).toList();
    }

}
