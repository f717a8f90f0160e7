package org.jiaogongti.platform.advice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.advice.Adviser;
import org.jiaogongti.platform.advice.AdviserFilter;
import org.jiaogongti.platform.advice.AdviserKind;
import org.jiaogongti.platform.advice.Advisers.Listed;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/** The register of advisers as it is listed. */
public record AdvisersView(Listed listed, AdviserFilter filter, Words words) {

    public String on() {
        return filter.on().toString();
    }

    public AdviserKind[] kinds() {
        return AdviserKind.values();
    }

    public boolean filtered() {
        return filter.community() != null || filter.kind() != null;
    }

    public String summary() {
        Messages m = words.m();
        String key = filter.everybody() ? "advice.advisers.summary.all" : "advice.advisers.summary";
        return m.t(listed.more() ? "advice.advisers.summary.more" : key, on(), listed.advisers().size());
    }

    public boolean holds(Adviser adviser) {
        return adviser.holdsOn(filter.on());
    }

    /** The same rows as a file. */
    public String export(String format) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("community", Words.text(filter.community()));
        query.put("kind", filter.kind() == null ? "" : filter.kind().name());
        query.put("on", on());
        query.put("everybody", filter.everybody() ? "true" : "");
        return Words.address("/advisers/export." + format, query);
    }

    /** Under the headings by which the table takes it in again. */
    TableFile file() {
        Messages m = words.m();
        List<List<String>> rows = listed.advisers().stream()
                .map(each -> List.of(listed.community(each.community()), each.name(), words.kind(each),
                        words.level(each), each.unit(), each.titles(), each.invitedBy(), each.document(),
                        each.from().toString(), Words.text(each.to())))
                .toList();
        return new TableFile(m.t("advice.advisers.title") + " " + on(),
                List.of(m.t("advice.community"), m.t("advice.name"), m.t("advice.kind"), m.t("advice.level"),
                        m.t("advice.unit"), m.t("advice.titles"), m.t("advice.invited-by"), m.t("advice.document"),
                        m.t("advice.from"), m.t("advice.to")),
                rows);
    }
}
