package org.jiaogongti.platform.burden.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.burden.Burdens.Sheet;
import org.jiaogongti.platform.burden.FormKind;
import org.jiaogongti.platform.burden.Spent;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;

/**
 * Minutes by school and week, by kind of form, and from week to week.
 *
 * @param rows schools in the notice's order
 * @param most the most that one week cost all schools together, in minutes
 */
public record BurdenView(Sheet sheet, List<Row> rows, List<Long> sums, List<Form> forms, long most, Messages m) {

    /**
     * A school.
     *
     * @param minutes of each week
     */
    public record Row(String school, List<Long> minutes, long sum) {}

    /**
     * A kind of form.
     *
     * @param each minutes that one took, with one digit
     */
    public record Form(String name, int sent, long minutes, String each) {}

    static BurdenView of(Sheet sheet, Messages m) {
        Map<UUID, Map<LocalDate, Long>> seconds = new HashMap<>();
        Map<LocalDate, Long> weeks = new HashMap<>();
        Map<FormKind, long[]> forms = new EnumMap<>(FormKind.class);
        for (Spent spent : sheet.spent()) {
            seconds.computeIfAbsent(spent.school(), _ -> new HashMap<>()).merge(spent.week(), spent.seconds(),
                    Long::sum);
            weeks.merge(spent.week(), spent.seconds(), Long::sum);
            long[] sum = forms.computeIfAbsent(spent.form(), _ -> new long[2]);
            sum[0] += spent.forms();
            sum[1] += spent.seconds();
        }
        List<Row> rows = sheet.schools().stream()
                .map(school -> row(school, sheet.weeks(), seconds.getOrDefault(school.id(), Map.of()))).toList();
        List<Long> sums = sheet.weeks().stream().map(week -> minutes(weeks.getOrDefault(week, 0L))).toList();
        List<Form> byForm = forms.entrySet().stream().map(entry -> new Form(m.t("burden.form." + entry.getKey().name()),
                Math.toIntExact(entry.getValue()[0]), minutes(entry.getValue()[1]),
                String.format(java.util.Locale.ROOT, "%.1f", entry.getValue()[1] / 60.0 / entry.getValue()[0])))
                .toList();
        return new BurdenView(sheet, rows, sums, byForm, sums.stream().mapToLong(Long::longValue).max().orElse(0), m);
    }

    private static Row row(School school, List<LocalDate> weeks, Map<LocalDate, Long> seconds) {
        return new Row(school.name(), weeks.stream().map(week -> minutes(seconds.getOrDefault(week, 0L))).toList(),
                minutes(seconds.values().stream().mapToLong(Long::longValue).sum()));
    }

    /** To the nearest minute; what was begun is at least one. */
    static long minutes(long seconds) {
        return seconds == 0 ? 0 : Math.max(1, Math.round(seconds / 60.0));
    }

    public boolean empty() {
        return sheet.spent().isEmpty();
    }

    /** Month and day of a Monday. */
    public String week(LocalDate monday) {
        return monday.toString().substring(5);
    }

    public String shown(long minutes) {
        return minutes == 0 ? m.t("burden.nothing") : Messages.number(minutes);
    }

    public String share(long minutes) {
        return Page.share(minutes, most);
    }

    /** The last whole week beside the mean of those before it. */
    public String trend() {
        int last = sums.size() - 2;
        long mean = Math.round(sums.subList(0, last).stream().mapToLong(Long::longValue).average().orElse(0));
        return m.t("burden.trend", week(sheet.weeks().get(last)), sums.get(last), mean);
    }
}
