package org.jiaogongti.platform.inspection.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.inspection.Duty;
import org.jiaogongti.platform.inspection.Sample.Check;
import org.jiaogongti.platform.inspection.Sample.Drawn;
import org.jiaogongti.platform.inspection.Samples.Shown;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** A draw's page. */
public record SampleView(Shown shown, Problem problem, Words words) {

    public String title(Drawn drawn) {
        OccasionBrief brief = shown.briefs().get(drawn.occasion());
        return brief == null ? shown.kind(drawn.kind()) : brief.title();
    }

    public String where(Drawn drawn) {
        OccasionBrief brief = shown.briefs().get(drawn.occasion());
        return brief == null ? "" : brief.where();
    }

    public boolean opens(Drawn drawn) {
        return shown.briefs().containsKey(drawn.occasion());
    }

    /** The clauses of what a record counts for. */
    public String clauses(Drawn drawn) {
        return drawn.duties().stream().sorted().map(this::duty).collect(Collectors.joining("、"));
    }

    public String duty(String id) {
        Duty duty = shown.duties().get(id);
        return duty == null ? id : duty.clause() + " " + duty.name();
    }

    public String state(Drawn drawn) {
        Check check = drawn.check();
        return check == null ? words.m().t("inspection.sample.unchecked") : words.verdict(check.verdict());
    }

    public @Nullable Check check(Drawn drawn) {
        return drawn.check();
    }

    public long checked() {
        return shown.drawn().stream().filter(each -> each.check() != null).count();
    }

    TableFile file() {
        return new TableFile(words.m().t("inspection.sample.of", shown.whose()) + " " + shown.sample().seed(),
                List.of(words.m().t("inspection.sample.number"), words.m().t("inspection.day"),
                        words.m().t("inspection.sample.record"), words.m().t("inspection.sample.where"),
                        words.m().t("inspection.sample.duties"), words.m().t("inspection.sample.verdict"),
                        words.m().t("inspection.note"), words.m().t("inspection.inspector"),
                        words.m().t("inspection.sample.id")),
                shown.drawn().stream().map(this::row).toList());
    }

    private List<String> row(Drawn drawn) {
        Check check = drawn.check();
        return List.of(Integer.toString(drawn.position()), drawn.heldOn().toString(), title(drawn), where(drawn),
                clauses(drawn), state(drawn), check == null ? "" : Words.line(check.note()),
                check == null ? "" : check.by().name(), drawn.occasion().toString());
    }
}
