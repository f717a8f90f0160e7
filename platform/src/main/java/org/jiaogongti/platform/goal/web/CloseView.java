package org.jiaogongti.platform.goal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.goals.Verdict;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.ClosingLine;
import org.jiaogongti.platform.goal.Closings.Shown;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/** 轮末: a round's goals against their targets, as a preview, as what waits to be signed, or as it was signed. */
public record CloseView(Shown shown, @Nullable Problem problem, String typed, Words words) {

    public Messages m() {
        return words.m();
    }

    public String round() {
        return shown.in().round().name();
    }

    public String path() {
        return "/goals/rounds/" + shown.in().number();
    }

    public String title() {
        return m().t("goal.close.title", round());
    }

    public String export(String format) {
        Closing chosen = shown.chosen();
        return path() + "/export." + format
                + (chosen == null || chosen.version() == null ? "" : "?version=" + chosen.version());
    }

    public String problemText() {
        return words.problem(problem);
    }

    /** What the page is, in one line. */
    public String standing() {
        Closing chosen = shown.chosen();
        if (chosen == null) {
            return m().t(shown.open() ? "goal.close.preview" : "goal.close.early", shown.in().closesFrom().toString());
        }
        return chosen.state() == Closing.State.CONFIRMED
                ? m().t("goal.close.signed", chosen.version() == null ? 1 : chosen.version(), chosen.asOf().toString())
                : m().t("goal.close.waits", chosen.asOf().toString());
    }

    /** Goals in the charter's order, each with its lines. */
    public List<List<ClosingLine>> goals() {
        Map<String, List<ClosingLine>> goals = new LinkedHashMap<>();
        shown.lines().forEach(line -> goals.computeIfAbsent(line.about().goal(), _ -> new ArrayList<>()).add(line));
        return List.copyOf(goals.values());
    }

    /** How many of the district's own goals have this verdict. */
    public long count(Verdict verdict) {
        return shown.lines().stream().filter(line -> line.about().place().district())
                .filter(line -> Words.verdict(line) == verdict).count();
    }

    public Verdict[] verdicts() {
        return Verdict.values();
    }

    /** The round has ended, so that what is not reached is missed. */
    public boolean over() {
        return shown.open();
    }

    public Verdict verdict(ClosingLine line) {
        return Words.verdict(line);
    }

    public String ground(ClosingLine line) {
        return words.ground(line);
    }

    public List<String> cells(ClosingLine line) {
        return words.cells(line);
    }

    TableFile file() {
        return new TableFile(title(), words.heads(), shown.lines().stream().map(words::cells).toList());
    }
}
