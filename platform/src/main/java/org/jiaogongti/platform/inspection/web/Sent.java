package org.jiaogongti.platform.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form that was sent, and how it is answered: 303 to where it leads, or 422 with the page again and what was wrong. */
record Sent(Filled filled, HttpServletResponse response, RedirectAttributes redirect) {

    static final String NOTED = "inspection.done.noted";

    /**
     * The answer.
     *
     * @param form which form of the page it was
     * @param to where it leads, by the id of what was written
     * @param again the page it was sent from
     */
    ModelAndView answer(Outcome outcome, String form, Toast done, Function<UUID, String> to,
            Function<Problem, ModelAndView> again) {
        return switch (outcome) {
            case Outcome.Done(UUID id) -> {
                done.after(redirect);
                yield new ModelAndView("redirect:" + to.apply(id));
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                yield again.apply(Problem.of(refused, form, filled));
            }
        };
    }

    /** The same for something said on a page that stays. */
    ModelAndView noted(Outcome outcome, String form, String address, Function<Problem, ModelAndView> again) {
        return answer(outcome, form, Toast.of(NOTED), _ -> address, again);
    }
}
