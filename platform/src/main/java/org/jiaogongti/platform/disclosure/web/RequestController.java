package org.jiaogongti.platform.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.disclosure.InformationRequest;
import org.jiaogongti.platform.disclosure.InformationRequests;
import org.jiaogongti.platform.disclosure.Publications.Outcome;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk's side of requests for information. */
@Controller
class RequestController {

    private static final int PAGE = 50;

    private final InformationRequests requests;

    RequestController(InformationRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/disclosure/requests")
    ModelAndView list(@RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        boolean all = query.text("show").equals("ALL");
        return new ModelAndView("disclosure/request-list",
                Map.of("listed", requests.list(!all, after, PAGE), "all", all, "paged", after != null));
    }

    @GetMapping("/disclosure/requests/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return page(id, "", "");
    }

    private ModelAndView page(UUID id, String problem, String typed) {
        return new ModelAndView("disclosure/request", Map.of("shown", requests.show(id), "problem", problem, "typed",
                typed));
    }

    @PostMapping("/disclosure/requests/{id}/extension")
    ModelAndView extend(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        String words = new Filled(fields).lines("words");
        return answered(requests.extend(actor, id, words), id, "", response, redirect);
    }

    @PostMapping("/disclosure/requests/{id}/answer")
    ModelAndView answer(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return answered(requests.answer(actor, id, filled.one(InformationRequest.Kind.class, "kind"),
                filled.lines("words")), id, filled.lines("words"), response, redirect);
    }

    private ModelAndView answered(Outcome outcome, UUID id, String typed, HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of("disclosure.request.done").after(redirect);
                yield new ModelAndView("redirect:/disclosure/requests/" + id);
            }
            case Outcome.Refused refused -> {
                response.setStatus(422);
                yield page(id, refused.key(), typed);
            }
        };
    }
}
