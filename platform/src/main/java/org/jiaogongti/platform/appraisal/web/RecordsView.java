package org.jiaogongti.platform.appraisal.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.CommunitySheet.Member;
import org.jiaogongti.platform.appraisal.Dispute;
import org.jiaogongti.platform.appraisal.Records;
import org.jiaogongti.platform.appraisal.Records.Item;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Runs.Said;
import org.jiaogongti.platform.shell.Absent;

/** A school's frozen records, and what it disputes of them. */
public record RecordsView(Desk desk, UUID school, Records records, Said said, Words words) {

    public String year() {
        return desk.year().name();
    }

    public Member member() {
        return desk.ofSchool(school).schools().stream().filter(each -> each.id().equals(school)).findFirst()
                .orElseThrow(() -> new Absent("school", school));
    }

    /** By month, so that a year of records is no endless page. */
    public Map<String, List<Item>> months() {
        Map<String, List<Item>> months = new LinkedHashMap<>();
        records.all()
                .forEach(item -> months.computeIfAbsent(YearMonth.from(item.day()).toString(), _ -> new ArrayList<>())
                        .add(item));
        return months;
    }

    public Item find(String source) {
        return records.all().stream().filter(each -> each.source().equals(source)).findFirst()
                .orElseThrow(() -> new Absent("frozen record", source));
    }

    public String label(Item item) {
        return label(item, words, desk);
    }

    static String label(Item item, Words words, Desk desk) {
        List<String> parts = new ArrayList<>(List.of(item.day().toString()));
        parts.add(item.kinds().isEmpty()
                ? words.m().t("appraisal.record.placement")
                : String.join("、", item.kinds().stream().map(desk.inForce().labels()::kind).toList()));
        if (!item.subject().isEmpty()) {
            parts.add(item.subject());
        }
        if (!item.ledBy().isEmpty()) {
            parts.add(words.m().t("appraisal.record.led", String.join("、", item.ledBy())));
        }
        return String.join(" · ", parts);
    }

    /** What it counts for, or why it counts for nothing. */
    public String counts(Item item) {
        if (!item.duties().isEmpty()) {
            return words.m().t("appraisal.record.counts", String.join("、",
                    item.duties().stream().map(duty -> Words.duty(desk.inForce(), duty)).toList()));
        }
        return item.state() == null
                ? words.m().t("appraisal.record.none")
                : words.m().t("appraisal.record.state." + item.state().name());
    }

    public Optional<Dispute> dispute(Item item) {
        return said.disputes().stream().filter(each -> each.source().equals(item.source())).reduce((_, last) -> last);
    }

    /** Whether the school may still object. */
    public boolean open() {
        Run run = desk.run();
        return run != null && run.stage() == Run.Stage.SELF && !desk.reach().today().isAfter(run.selfUntil())
                && desk.reach().offices().contains(school);
    }

    public String schoolHref() {
        return Words.path(year(), "schools", school.toString());
    }
}
