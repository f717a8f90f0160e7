package org.jiaogongti.platform.filing.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.filing.FilingStep;
import org.jiaogongti.platform.filing.FilingTray.FormGround;
import org.jiaogongti.platform.filing.PlanText;
import org.jspecify.annotations.Nullable;

/**
 * The form for handing in.
 *
 * @param base the version it is written on top of; 0 for the first
 * @param wrongField the field that was refused, or empty
 * @param wrong what is wrong with it, in words
 * @param theirs a later version of somebody else, beside what was typed; null where there is none
 */
public record FormView(FormGround ground, UUID token, int base, PlanText text, String wrongField, String wrong,
        @Nullable TextView theirs, Say say) {

    public boolean plan() {
        return ground.gate() == org.jiaogongti.platform.activity.ActivityKind.Gate.CHECKED_AND_FILED;
    }

    public @Nullable String error(String field) {
        return wrongField.equals(field) ? wrong : null;
    }

    public String value(String heading) {
        return switch (heading) {
            case "timePlace" -> text.timePlace();
            case "theme" -> text.theme();
            case "agenda" -> text.agenda();
            default -> text.people();
        };
    }

    /** The advice that was given last, to be seen while writing. */
    public @Nullable FilingStep advice() {
        List<FilingStep> words = ground.steps().stream()
                .filter(step -> step.what().decides() && !step.words().isEmpty()).toList();
        return words.isEmpty() ? null : words.getLast();
    }

    public boolean again() {
        return base > 0;
    }
}
