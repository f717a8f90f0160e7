package org.jiaogongti.platform.advice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.advice.Recommendation.State;
import org.jiaogongti.platform.advice.RecommendationFilter;
import org.jiaogongti.platform.advice.RecommendationStep.What;
import org.jiaogongti.platform.advice.Recommendations.Answer;
import org.jiaogongti.platform.advice.Recommendations;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 顾问建议 and what became of them. */
@Controller
class RecommendationController {

    private static final int PAGE = 50;
    private static final int EXPORT = 20_000;

    private final Recommendations recommendations;

    RecommendationController(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @GetMapping("/recommendations")
    ModelAndView list(Actor actor, Messages m, @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(required = false) @Nullable UUID school,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable UUID after) {
        RecommendationFilter filter = new RecommendationFilter(community, school, state);
        return new ModelAndView("advice/recommendations", Map.of("view", new RecommendationsView(
                recommendations.list(actor, filter, after, PAGE), filter, after != null, new Words(m))));
    }

    @GetMapping("/recommendations/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(required = false) @Nullable UUID school,
            @RequestParam(required = false) @Nullable State state) {
        RecommendationFilter filter = new RecommendationFilter(community, school, state);
        return new RecommendationsView(recommendations.list(actor, filter, null, EXPORT), filter, false, new Words(m))
                .file().download(format);
    }

    @GetMapping("/recommendations/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return page(actor, m, id, "", null);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String problem, @Nullable Answer typed) {
        return new ModelAndView("advice/recommendation", Map.of("view",
                new RecommendationView(recommendations.show(actor, id), new Words(m), problem, typed)));
    }

    @PostMapping("/recommendations/{id}/answers")
    ModelAndView answer(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable What what, @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate doneOn,
            @RequestParam(required = false) @Nullable UUID occasion, HttpServletResponse response,
            RedirectAttributes redirect) {
        Answer answer = new Answer(what, Words.lines(words), doneOn, occasion);
        if (recommendations.answer(actor, id, answer) instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(actor, m, id, refused.key(), answer);
        }
        Toast.of(what == What.TAKEN_BACK ? "advice.done.answer-back" : "advice.done.answered").after(redirect);
        return new ModelAndView("redirect:/recommendations/" + id);
    }
}
