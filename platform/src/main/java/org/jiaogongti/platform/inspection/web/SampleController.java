package org.jiaogongti.platform.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.inspection.Sample;
import org.jiaogongti.platform.inspection.Samples.NewSample;
import org.jiaogongti.platform.inspection.Samples;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
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

/** 抽查: draws, and one draw with what was found at each record. */
@Controller
class SampleController {

    private static final int PAGE = 30;

    private final Samples samples;

    SampleController(Samples samples) {
        this.samples = samples;
    }

    @GetMapping("/inspections/samples")
    ModelAndView list(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> fields) {
        Filled query = new Filled(fields);
        UUID after = query.id("after");
        UUID school = query.id("school");
        return new ModelAndView("inspection/sample-list", Map.of("listed", samples.list(actor, school, after, PAGE),
                "pages", new ListPages("/inspections/samples", Words.text(school), "", after != null), "words",
                new Words(m)));
    }

    @GetMapping("/inspections/samples/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> fields) {
        return form(new Filled(fields), Problem.NONE);
    }

    private ModelAndView form(Filled filled, Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("offer", samples.offer());
        model.put("problem", problem);
        model.put("typed", filled.typed());
        return new ModelAndView("inspection/sample-new", model);
    }

    @PostMapping("/inspections/samples")
    ModelAndView draw(Actor actor, @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Outcome outcome = samples.draw(actor, new NewSample(filled.id("whose"), filled.day("first"),
                filled.day("last"), filled.wholeOr("size", -1), filled.number("seed")));
        return new Sent(filled, response, redirect).answer(outcome, "sample", Toast.of("inspection.sample.done"),
                id -> "/inspections/samples/" + id, problem -> form(filled, problem));
    }

    @GetMapping("/inspections/samples/{sample}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID sample) {
        return page(actor, m, sample, Problem.NONE);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, Problem problem) {
        return new ModelAndView("inspection/sample",
                Map.of("view", new SampleView(samples.show(actor, id), problem, new Words(m))));
    }

    @GetMapping("/inspections/samples/{sample}/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable UUID sample, @PathVariable String format) {
        return new SampleView(samples.show(actor, sample), Problem.NONE, new Words(m)).file().download(format);
    }

    @PostMapping("/inspections/samples/{sample}/drawn/{drawn}/checks")
    ModelAndView check(Actor actor, Messages m, @PathVariable UUID sample, @PathVariable UUID drawn,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response, RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        return new Sent(filled, response, redirect).noted(
                samples.check(actor, sample, drawn, filled.one(Sample.Verdict.class, "verdict"), filled.lines("note"),
                        Upload.allOf(files)),
                drawn.toString(), "/inspections/samples/" + sample + "#drawn-" + drawn,
                problem -> page(actor, m, sample, problem));
    }
}
