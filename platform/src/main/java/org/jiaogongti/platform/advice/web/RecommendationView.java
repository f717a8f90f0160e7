package org.jiaogongti.platform.advice.web;

import java.util.List;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jiaogongti.platform.advice.RecommendationStep;
import org.jiaogongti.platform.advice.Recommendations.Answer;
import org.jiaogongti.platform.advice.Recommendations.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation's page.
 *
 * @param problem message key of what was wrong with the answer that came last, or empty
 * @param typed what that was, or null
 */
public record RecommendationView(Shown shown, Words words, String problem, @Nullable Answer typed) {

    public Recommendation recommendation() {
        return shown.recommendation();
    }

    public String path() {
        return "/recommendations/" + recommendation().id();
    }

    public Recommendation.State state() {
        return recommendation().state(shown.today());
    }

    public @Nullable OccasionBrief evidence(RecommendationStep step) {
        return step.occasion() == null ? null : shown.shown().get(step.occasion());
    }

    /** The answers among what may be said now. */
    public List<What> answers() {
        return List.of(What.ADOPTED, What.PARTLY, What.DECLINED).stream().filter(shown.next()::contains).toList();
    }

    public boolean may(What what) {
        return shown.next().contains(what);
    }

    public String typed(What form) {
        return typed != null && (typed.what() == What.DONE) == (form == What.DONE) ? typed.words() : "";
    }

    public boolean chosen(What what) {
        return typed != null && typed.what() == what;
    }
}
