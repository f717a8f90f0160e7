package org.jiaogongti.platform.appraisal.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Appraisal.Points;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Scheme.CommunityShare;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Budget;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Runs.Said;
import org.jspecify.annotations.Nullable;

/**
 * A year side by side.
 *
 * @param results what the public may read of it, and what became of that
 * @param problem the message of what was refused, or empty
 * @param fields as they were typed
 */
public record DeskView(Desk desk, Said said, List<ResultSource.Result> results, Words words, String problem,
        Map<String, String> fields) {

    public DeskView {
        results = List.copyOf(results);
    }

    public Scheme scheme() {
        return desk.sheet().scheme();
    }

    public String year() {
        return desk.year().name();
    }

    public String typed(String name) {
        return fields.getOrDefault(name, "");
    }

    /** A section's points of a community, null where it has nothing there. */
    public @Nullable Points points(CommunitySheet community, Scheme.Section section) {
        return community.appraisal().sections().stream().filter(each -> each.section().equals(section)).findFirst()
                .orElse(null);
    }

    /**
     * The most that a section gives this year: more than its weight where another one has nothing in it and leaves its own to
     * the others; its weight where that differs between communities.
     */
    public String full(Scheme.Section section) {
        List<String> full = desk.shown().stream().flatMap(community -> community.parts().stream())
                .filter(part -> part.name().equals(section.name())).map(part -> Figures.points(part.weight()))
                .distinct()
                .toList();
        return full.size() == 1 ? Figures.plain(new BigDecimal(full.getFirst())) : Integer.toString(section.weight());
    }

    /** How far the year has come: every stage in order with the state of a line of it. */
    public List<StageLine> stages() {
        Run run = desk.run();
        if (run == null) {
            return List.of();
        }
        List<StageLine> all = new ArrayList<>();
        for (Run.Stage stage : Run.Stage.values()) {
            boolean done = stage.compareTo(run.stage()) < 0
                    || (stage == Run.Stage.PUBLISHED && run.stage() == stage);
            all.add(new StageLine(words.m().t("appraisal.stage." + stage.name()),
                    done ? "done" : stage == run.stage() ? "going" : "todo", tells(run, stage)));
        }
        return all;
    }

    /** One stage. */
    public record StageLine(String name, String state, String tells) {}

    private String tells(Run run, Run.Stage stage) {
        return switch (stage) {
            case SELF -> words.m().t("appraisal.stage.tells.SELF", run.selfUntil().toString(), said.checked(),
                    desk.sheet().schools(), said.disputes().size());
            case REVIEW -> words.m().t("appraisal.stage.tells.REVIEW", said.open());
            case HEARING, FINAL, PUBLISHED -> run.step(step(stage)).map(step -> {
                LocalDate until = step.until();
                return until == null
                        ? words.m().t("appraisal.stage.by", step.actorName(), step.on().toString())
                        : words.m().t("appraisal.stage.proposed", step.actorName(), step.on().toString(),
                                until.toString());
            }).orElse("");
        };
    }

    private static Run.What step(Run.Stage stage) {
        return switch (stage) {
            case SELF, REVIEW -> Run.What.REVIEW;
            case HEARING -> Run.What.PROPOSED;
            case FINAL -> Run.What.FINAL;
            case PUBLISHED -> Run.What.PUBLISHED;
        };
    }

    public String plain(BigDecimal number) {
        return Figures.plain(number);
    }

    public String minutes() {
        Run run = desk.run();
        return run == null ? "" : run.step(Run.What.FINAL).map(Run.Step::words).orElse("");
    }

    /** The day a form proposes as the last one for schools to answer. */
    public String proposedDay() {
        return desk.reach().today().plusDays(14).toString();
    }

    public String communityHref(CommunitySheet community) {
        return Words.path(year(), "communities", community.id().toString()) + desk.query();
    }

    /** The money of a community and the way to it. */
    public record Share(CommunitySheet community, List<String> way, BigInteger fen) {}

    /** Every portion of the budget with what each community has of it. */
    public List<Share> shares() {
        List<Grants.Part<CommunityShare>> parts = parts();
        List<Share> shares = new ArrayList<>();
        for (CommunitySheet community : desk.shown()) {
            List<String> way = new ArrayList<>();
            for (Grants.Part<CommunityShare> part : parts) {
                BigFraction weight = part.weights().get(community.name());
                way.add(weight == null ? words.m().t("appraisal.grant.below") : way(part, community, weight));
            }
            shares.add(new Share(community, way, community.grant().fen()));
        }
        return shares;
    }

    private List<Grants.Part<CommunityShare>> parts() {
        return Grants.communityParts(scheme().grant(), desk.sheet().appraisals(), desk.sheet().budget());
    }

    private String way(Grants.Part<CommunityShare> part, CommunitySheet community, BigFraction weight) {
        String fen = words.yuan(part.shares().getOrDefault(community.name(), BigInteger.ZERO), scheme());
        String score = Figures.points(community.appraisal().score());
        int schools = community.schools().size();
        return switch (part.portion().by()) {
            case EQUAL -> words.m().t("appraisal.grant.way.EQUAL", fen);
            case SCORE_BY_SCHOOLS ->
                words.m().t("appraisal.grant.way.SCORE_BY_SCHOOLS", score, schools, Figures.points(weight), fen);
            case ABOVE_THRESHOLD_BY_SCHOOLS -> words.m().t("appraisal.grant.way.ABOVE_THRESHOLD_BY_SCHOOLS", score,
                    Figures.plain(scheme().grant().threshold()), schools, Figures.points(weight), fen);
        };
    }

    /** What a portion of the budget was divided by in all. */
    public List<String> sums() {
        return parts().stream()
                .map(part -> words.m().t("appraisal.grant.sum", words.portion(part.portion(), scheme().grant()),
                        words.yuan(part.whole(), scheme()),
                        Figures.points(part.weights().values().stream().reduce(BigFraction.ZERO, BigFraction::add))))
                .toList();
    }

    public String budget() {
        Budget budget = desk.budget();
        return budget == null
                ? words.m().t("appraisal.budget.none")
                : words.m().t("appraisal.budget.is", words.yuan(BigInteger.valueOf(budget.fen()), scheme()),
                        budget.document(), budget.on().toString());
    }

    /** What the notice says of the money. */
    public Words.Quoted notice() {
        return Words.quoted(desk.inForce(), Words.MONEY, Words.MONEY_WORDS);
    }
}
