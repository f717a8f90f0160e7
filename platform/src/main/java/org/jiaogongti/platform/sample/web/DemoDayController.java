package org.jiaogongti.platform.sample.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.sample.DemoDays;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.LocalAddress;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a day, a week or more pass in the demo, and leads back to the page from which somebody came. */
@Controller
class DemoDayController {

    private static final String PATH = "/demo/day";

    private final DemoDays days;

    DemoDayController(DemoDays days) {
        this.days = days;
    }

    @GetMapping(PATH)
    ModelAndView day(@RequestParam(defaultValue = "/") String back) {
        return page(back, "");
    }

    private ModelAndView page(String back, String problem) {
        return new ModelAndView("sample/day", Map.of("reach", days.reach(), "back", LocalAddress.orHome(back),
                "problem", problem));
    }

    @PostMapping(PATH)
    ModelAndView moveOn(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        String back = filled.text("back");
        return switch (days.moveOn(actor, filled.day("to"))) {
            case DemoDays.Moved.Done done -> {
                Toast.of("sample.day.done", done.today()).after(redirect);
                yield new ModelAndView("redirect:" + LocalAddress.orHome(back));
            }
            case DemoDays.Moved.Refused refused -> {
                response.setStatus(422);
                yield page(back, refused.key());
            }
        };
    }
}
