package org.jiaogongti.platform.goal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.goal.Entered;
import org.jiaogongti.platform.goal.Entered.Problem;
import org.jiaogongti.platform.goal.Given;
import org.jiaogongti.platform.goal.GoalBoards;
import org.jiaogongti.platform.goal.GoalBoards.Shown;
import org.jiaogongti.platform.goal.GoalLine;
import org.jiaogongti.platform.goal.Outcomes;
import org.jiaogongti.platform.goal.Place;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.shell.TypedNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 目标与轮次: a round's goals, one goal, and the outcomes that are entered. */
@Controller
class GoalController {

    private final GoalBoards boards;
    private final Outcomes outcomes;

    GoalController(GoalBoards boards, Outcomes outcomes) {
        this.boards = boards;
        this.outcomes = outcomes;
    }

    @GetMapping("/goals")
    ModelAndView goals(Actor actor, Messages m, @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(required = false) @Nullable UUID place) {
        Optional<Shown> shown = boards.show(actor, round);
        return shown.isEmpty() || shown.get().goals().isEmpty()
                ? new ModelAndView("goal/none", Map.of())
                : new ModelAndView("goal/goals", Map.of("view", view(shown.get(), place, m)));
    }

    private static GoalsView view(Shown shown, @Nullable UUID place, Messages m) {
        Place chosen = shown.places().stream().filter(each -> Objects.equals(each.id(), place)).findFirst()
                .orElseThrow(() -> new Absent("place", String.valueOf(place)));
        return new GoalsView(shown, chosen, new Words(m));
    }

    @GetMapping("/goals/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @RequestParam(required = false) @Nullable Integer round,
            @PathVariable String format) {
        Shown shown = boards.show(actor, round).orElseThrow(() -> new Absent("round", String.valueOf(round)));
        return view(shown, null, m).file().download(format);
    }

    @GetMapping("/goals/{goal}")
    ModelAndView goal(Actor actor, Messages m, @PathVariable String goal,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable Integer year) {
        Shown shown = boards.show(actor, round).orElseThrow(() -> new Absent("goal", goal));
        GoalsView all = view(shown, place, m);
        GoalLine line = shown.of(goal).stream().filter(each -> each.place().equals(all.place())).findFirst()
                .orElseThrow(() -> new Absent("goal", goal));
        Year of = year(line, year);
        return new ModelAndView("goal/goal", Map.of("view",
                new GoalView(all, line, boards.facts(shown, line), boards.behind(shown, line, of), of)));
    }

    /** The year that is asked for where the round has it, else the last one that something is known of. */
    private static Year year(GoalLine line, @Nullable Integer asked) {
        return line.years().stream().map(GoalLine.InYear::year)
                .filter(year -> asked != null && year.getValue() == asked).findFirst()
                .or(() -> line.years().reversed().stream().filter(year -> year.told() != null)
                        .map(GoalLine.InYear::year).findFirst())
                .orElseGet(() -> line.years().getFirst().year());
    }

    @GetMapping("/goals/facts/new")
    ModelAndView fresh(Messages m, @RequestParam MultiValueMap<String, String> fields) {
        return form(m, new Filled(fields), Map.of());
    }

    private ModelAndView form(Messages m, Filled filled, Map<String, Problem> problems) {
        return new ModelAndView("goal/fact-new",
                Map.of("view", new FactForm(outcomes.offer(), filled.typed(), problems, new Words(m))));
    }

    @PostMapping("/goals/facts")
    ModelAndView record(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Map<String, Problem> typed = typed(filled);
        Entered entered = typed.isEmpty()
                ? outcomes.record(actor, new Given(filled.text("goal"), filled.id("place"), filled.day("day"), "",
                        found(filled)), Upload.allOf(files))
                : new Entered.Refused(typed);
        return switch (entered) {
            case Entered.Done done -> {
                Toast.of("goal.fact.done").after(redirect);
                yield new ModelAndView("redirect:/goals/facts/" + done.id());
            }
            case Entered.Refused refused -> {
                response.setStatus(422);
                yield form(m, filled, refused.problems());
            }
        };
    }

    private static Given.Found found(Filled filled) {
        return new Given.Found(TypedNumber.of(filled.text("value")), TypedNumber.of(filled.text("error")),
                whole(filled.text("freedom")), whole(filled.text("people")), filled.text("source"));
    }

    private static @Nullable Integer whole(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.valueOf(text) : null;
    }

    /** What is no number is named, and not taken for an empty field. */
    private static Map<String, Problem> typed(Filled filled) {
        Map<String, Problem> problems = new HashMap<>();
        for (String field : List.of("value", "error")) {
            BigDecimal number = TypedNumber.of(filled.text(field));
            if (!filled.text(field).isEmpty() && number == null) {
                problems.put(field, Problem.of("goal.refused.number", filled.text(field)));
            }
        }
        for (String field : List.of("freedom", "people")) {
            if (!filled.text(field).isEmpty() && whole(filled.text(field)) == null) {
                problems.put(field, Problem.of("goal.refused.number", filled.text(field)));
            }
        }
        return problems;
    }

    @GetMapping("/goals/facts/{fact}")
    ModelAndView fact(Actor actor, Messages m, @PathVariable UUID fact) {
        return fact(actor, m, fact, Map.of(), Map.of());
    }

    private ModelAndView fact(Actor actor, Messages m, UUID id, Map<String, String> typed,
            Map<String, Problem> problems) {
        return new ModelAndView("goal/fact",
                Map.of("view", new FactView(outcomes.show(actor, id), typed, problems, new Words(m))));
    }

    @PostMapping("/goals/facts/{fact}/corrections")
    ModelAndView correct(Actor actor, Messages m, @PathVariable UUID fact,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Map<String, Problem> typed = typed(filled);
        Entered entered = typed.isEmpty()
                ? outcomes.correct(actor, fact, filled.whole("version"), found(filled), filled.text("reason"),
                        Upload.allOf(files))
                : new Entered.Refused(typed);
        return after(entered, "goal.fact.corrected", fact, redirect).orElseGet(() -> {
            response.setStatus(422);
            return fact(actor, m, fact, filled.typed(), problems(entered));
        });
    }

    @PostMapping("/goals/facts/{fact}/withdrawal")
    ModelAndView takeBack(Actor actor, Messages m, @PathVariable UUID fact,
            @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Entered entered = outcomes.takeBack(actor, fact, filled.whole("version"), filled.text("reason"));
        return after(entered, "goal.fact.withdrawn", fact, redirect).orElseGet(() -> {
            response.setStatus(422);
            Map<String, Problem> problems = new HashMap<>();
            problems(entered).forEach((field, problem) -> problems.put("back." + field, problem));
            return fact(actor, m, fact, Map.of("back.reason", filled.text("reason")), problems);
        });
    }

    private static Optional<ModelAndView> after(Entered entered, String toast, UUID fact, RedirectAttributes redirect) {
        if (entered instanceof Entered.Refused) {
            return Optional.empty();
        }
        Toast.of(toast).after(redirect);
        return Optional.of(new ModelAndView("redirect:/goals/facts/" + fact));
    }

    private static Map<String, Problem> problems(Entered entered) {
        return entered instanceof Entered.Refused refused ? refused.problems() : Map.of();
    }
}
