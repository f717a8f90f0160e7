package org.jiaogongti.platform.appraisal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Budgets;
import org.jiaogongti.platform.appraisal.CommunitySheet;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Runs;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 试算: a year side by side, a community's sheet, a duty of it, a school's part. */
@Controller
class AppraisalController {

    private final Appraisals appraisals;
    private final Budgets budgets;
    private final Runs runs;
    private final ResultSource results;

    AppraisalController(Appraisals appraisals, Budgets budgets, Runs runs, ResultSource results) {
        this.appraisals = appraisals;
        this.budgets = budgets;
        this.runs = runs;
        this.results = results;
    }

    @GetMapping("/appraisals")
    ModelAndView desk(Actor actor, Messages m, @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "0") int version) {
        return appraisals.desk(actor, year, version).map(desk -> page(actor, desk, m, "", Map.of()))
                .orElseGet(() -> {
                    if (!year.isEmpty()) {
                        throw new Absent("appraised year", year);
                    }
                    return new ModelAndView("appraisal/none");
                });
    }

    private ModelAndView page(Actor actor, Desk desk, Messages m, String problem, Map<String, String> fields) {
        return new ModelAndView("appraisal/desk",
                Map.of("view", new DeskView(desk, said(actor, desk), results.results(desk, m), new Words(m), problem,
                        fields)));
    }

    private Runs.Said said(Actor actor, Desk desk) {
        Run run = desk.run();
        return run == null ? Runs.Said.NOTHING : runs.said(actor, run);
    }

    @GetMapping("/appraisals/{year}/communities/{community}")
    ModelAndView community(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID community,
            @RequestParam(defaultValue = "0") int version) {
        Desk desk = appraisals.of(actor, year, version);
        return new ModelAndView("appraisal/community",
                Map.of("view", new CommunityView(desk, desk.community(community), new Words(m))));
    }

    @GetMapping("/appraisals/{year}/communities/{community}/{part}")
    ModelAndView duty(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID community,
            @PathVariable String part, @RequestParam(defaultValue = "0") int version) {
        Desk desk = appraisals.of(actor, year, version);
        CommunityView view = new CommunityView(desk, desk.community(community), new Words(m));
        return view.community().duty(part)
                .map(duty -> new ModelAndView("appraisal/duty", Map.of("view", view, "duty", duty)))
                .orElseThrow(() -> new Absent("appraised duty", part));
    }

    @GetMapping("/appraisals/{year}/schools/{school}")
    ModelAndView school(Actor actor, Messages m, @PathVariable String year, @PathVariable UUID school,
            @RequestParam(defaultValue = "0") int version) {
        Desk desk = appraisals.of(actor, year, version);
        CommunitySheet community = desk.ofSchool(school);
        return new ModelAndView("appraisal/school", Map.of("view", new CommunityView(desk, community, new Words(m)),
                "said", said(actor, desk), "school",
                community.schools().stream().filter(each -> each.id().equals(school)).findFirst()
                        .orElseThrow(() -> new Absent("school", school))));
    }

    @PostMapping("/appraisals/{year}/budgets")
    ModelAndView budget(Actor actor, Messages m, @PathVariable String year, @RequestParam Map<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        if (budgets.set(actor, year, filled.text("budget"), filled.text(
                "document")) instanceof Change.Refused refused) {
            response.setStatus(422);
            return page(actor, appraisals.of(actor, year, 0), m, refused.key(), fields);
        }
        Toast.of("appraisal.budget.done").after(redirect);
        return new ModelAndView("redirect:" + Words.PATH + "?year=" + year);
    }
}
