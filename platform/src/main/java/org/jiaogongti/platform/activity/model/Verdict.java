package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.activity.Step.What;

/**
 * What the answers of the other schools and the bureau's decisions come to. 不对 within seven days takes the record out
 * until both agree or the bureau decides; silence lets it stand, and then only the bureau can reopen it.
 *
 * @param disputed it does not count for now
 * @param settled it was disputed and is no longer
 * @param decided the bureau spoke last: no school can answer any more
 * @param answers the last answer of each school that still holds
 */
public record Verdict(boolean disputed, boolean settled, boolean decided, Map<UUID, What> answers) {

    public Verdict {
        answers = Map.copyOf(answers);
    }

    /**
     * @param steps oldest first
     */
    public static Verdict of(List<Step> steps) {
        boolean disputed = false;
        boolean settled = false;
        boolean decided = false;
        Map<UUID, What> answers = new HashMap<>();
        for (Step step : steps) {
            switch (step.what()) {
                case NOT_SO -> {
                    disputed = true;
                    settled = false;
                    put(answers, step);
                }
                case CAME -> {
                    put(answers, step);
                    boolean agreed = !answers.containsValue(What.NOT_SO);
                    settled |= disputed && agreed;
                    disputed &= !agreed;
                }
                case STANDS, FALLS -> {
                    disputed = false;
                    settled = true;
                    decided = true;
                }
                case REOPENED -> {
                    disputed = true;
                    settled = false;
                    decided = false;
                }
                case CHANGED -> answers.values().removeIf(answer -> answer == What.CAME);
                case RECORDED, AMENDED, HELD, CANCELLED, WITHDRAWN, UNDONE, RESTORED, JOINED, PARTED, ANNOUNCED,
                        UNANNOUNCED,
                        MOVED, MINUTED,
                        CLOSED ->
                    {
                    }
            }
        }
        return new Verdict(disputed, settled, decided, answers);
    }

    private static void put(Map<UUID, What> answers, Step step) {
        UUID school = step.school();
        if (school != null) {
            answers.put(school, step.what());
        }
    }

    /** Whether a school may say {@code answer} today. */
    public boolean allows(Occasion occasion, UUID school, What answer, LocalDate today) {
        if (decided || occasion.state() != Occasion.State.HELD || !occasion.asked().contains(school)
                || answers.get(school) == answer) {
            return false;
        }
        boolean inTime = !today.isAfter(occasion.entry().answerBy());
        return answer == What.CAME ? inTime || disputed : inTime;
    }

    /** Whether an asked school has not answered yet and still may. */
    public boolean waitsFor(Occasion occasion, UUID school, LocalDate today) {
        return !answers.containsKey(school) && allows(occasion, school, What.CAME, today);
    }
}
