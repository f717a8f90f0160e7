package org.jiaogongti.platform.activity.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Batches;
import org.jiaogongti.platform.activity.Batches.Result;
import org.jiaogongti.platform.activity.Batches.Sides;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量录入: rows pasted from a spreadsheet. */
@Controller
@RequestMapping("/activities/batch")
class BatchController {

    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
    }

    @GetMapping
    ModelAndView empty(Actor actor, Messages m) {
        Sides sides = batches.sides(actor);
        List<School> schools = sides.schools();
        UUID first = schools.isEmpty() ? new UUID(0, 0) : schools.getFirst().id();
        return page(m, sides, new BatchView(schools, first, "", null, false), HttpStatus.OK);
    }

    /** Row by row what would happen. */
    @PostMapping("/preview")
    ModelAndView preview(Actor actor, Messages m, @RequestParam UUID school,
            @RequestParam(defaultValue = "") String rows) {
        Result result = batches.preview(actor, school, rows).orElseThrow(RecordController::absent);
        return page(m, result.sides(), new BatchView(result.sides().schools(), school, rows, result, false),
                HttpStatus.OK);
    }

    /** Good rows in; where bad ones are left, they stay in the box with their reason. */
    @PostMapping
    ModelAndView record(Actor actor, Messages m, @RequestParam UUID school,
            @RequestParam(defaultValue = "") String rows, RedirectAttributes redirect) {
        Result result = batches.record(actor, school, rows).orElseThrow(RecordController::absent);
        if (result.left().isEmpty() && result.saved() > 0) {
            Toast.of("activity.toast.pasted", result.saved(), result.effects().size()).after(redirect);
            return new ModelAndView("redirect:/activities");
        }
        return page(m, result.sides(), new BatchView(result.sides().schools(), school, result.left(), result, true),
                result.bad() > 0 ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private ModelAndView page(Messages m, Sides sides, BatchView view, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("say", new Say(m, sides.ground()));
        ModelAndView page = new ModelAndView("activity/batch", model);
        page.setStatus(status);
        return page;
    }
}
