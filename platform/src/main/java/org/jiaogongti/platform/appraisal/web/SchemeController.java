package org.jiaogongti.platform.appraisal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Schemes.Answer;
import org.jiaogongti.platform.appraisal.Schemes.Order;
import org.jiaogongti.platform.appraisal.Schemes;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 考核方案. */
@Controller
class SchemeController {

    private final Schemes schemes;

    SchemeController(Schemes schemes) {
        this.schemes = schemes;
    }

    @GetMapping("/appraisals/schemes")
    ModelAndView schemes(Messages m, @RequestParam(defaultValue = "") String kind) {
        return page(m, null, "", "", kind.isEmpty() ? Map.of() : Map.of("kind", kind));
    }

    private ModelAndView page(Messages m, @Nullable Scheme possible, String problem, String says,
            Map<String, String> fields) {
        return new ModelAndView("appraisal/schemes", Map.of("view",
                new SchemesView(schemes.shelf(), new Words(m), possible, problem, says, fields)));
    }

    @GetMapping("/appraisals/schemes/{id}")
    ModelAndView scheme(Messages m, @PathVariable UUID id) {
        return new ModelAndView("appraisal/scheme", Map.of("edition", schemes.edition(id), "words", new Words(m)));
    }

    @PostMapping("/appraisals/schemes/preview")
    ModelAndView preview(Messages m, @RequestParam Map<String, String> fields, HttpServletResponse response) {
        return answered(m, schemes.preview(order(fields)), fields, response);
    }

    @PostMapping("/appraisals/schemes")
    ModelAndView adopt(Actor actor, Messages m, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Answer answer = schemes.adopt(actor, order(fields));
        if (answer instanceof Answer.Adopted adopted) {
            Toast.of("appraisal.scheme.done").after(redirect);
            return new ModelAndView("redirect:/appraisals/schemes/" + adopted.id());
        }
        return answered(m, answer, fields, response);
    }

    private ModelAndView answered(Messages m, Answer answer, Map<String, String> fields,
            HttpServletResponse response) {
        return switch (answer) {
            case Answer.Possible possible -> page(m, possible.scheme(), "", "", fields);
            case Answer.Refused refused -> {
                response.setStatus(422);
                yield page(m, null, refused.key(), refused.says(), fields);
            }
            case Answer.Adopted adopted -> new ModelAndView("redirect:/appraisals/schemes/" + adopted.id());
        };
    }

    private static Order order(Map<String, String> fields) {
        Filled filled = new Filled(fields);
        return new Order(filled.text("year"), filled.lines("text"), filled.text("document"));
    }
}
