package org.jiaogongti.platform.obligation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.Decided;
import org.jiaogongti.platform.obligation.WaiverLine;
import org.jiaogongti.platform.obligation.Waivers;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 免办、减办: decisions, looked at before they are made, and taken back. */
@Controller
class WaiverController {

    private final Waivers waivers;
    private final WaiverPages pages;

    WaiverController(Waivers waivers, WaiverPages pages) {
        this.waivers = waivers;
        this.pages = pages;
    }

    @GetMapping("/waivers")
    ModelAndView all(Messages m) {
        return new ModelAndView("obligation/waivers", Map.of("view", pages.list(new Words(m))));
    }

    @GetMapping("/waivers/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(@PathVariable String format, Messages m) {
        return WaiverTable.of(pages.list(new Words(m)), m).download(format);
    }

    @GetMapping("/waivers/preview/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> exportPreview(@PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters, Messages m) {
        WaiverTyped typed = WaiverTyped.of(parameters);
        if (!typed.problems().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing to look at: " + typed.problems().keySet());
        }
        return WaiverTable.of(pages.preview(typed, waivers.preview(typed.order()), new Words(m)), m).download(format);
    }

    @GetMapping("/waivers/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> typed, Messages m) {
        return form(WaiverTyped.of(typed), Map.of(), m);
    }

    private ModelAndView form(WaiverTyped typed, Map<String, String> problems, Messages m) {
        return new ModelAndView("obligation/waiver-new", Map.of("form", pages.form(typed, problems, new Words(m))));
    }

    @GetMapping("/waivers/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> parameters, Messages m) {
        WaiverTyped typed = WaiverTyped.of(parameters);
        Map<String, String> problems = typed.problems();
        if (!problems.isEmpty()) {
            return form(typed, problems, m);
        }
        List<WaiverLine> lines = waivers.preview(typed.order());
        return new ModelAndView("obligation/waiver-preview",
                Map.of("view", pages.preview(typed, lines, new Words(m))));
    }

    @PostMapping("/waivers")
    ModelAndView decide(@RequestParam MultiValueMap<String, String> parameters, Actor actor, Messages m,
            RedirectAttributes redirect) {
        WaiverTyped typed = WaiverTyped.of(parameters);
        Map<String, String> problems = typed.problems();
        if (!problems.isEmpty()) {
            return form(typed, problems, m);
        }
        return switch (waivers.decide(actor, typed.order())) {
            case Decided.Entered entered -> {
                Toast.of("obligation.waiver.done", entered.lines().stream().filter(WaiverLine::changes).count())
                        .after(redirect);
                yield new ModelAndView("redirect:/waivers");
            }
            case Decided.Refused refused -> form(typed, Map.of("target", refused.key()), m);
            case Decided.Revoked revoked -> throw new IllegalStateException("decided, but revoked " + revoked.id());
        };
    }

    @PostMapping("/waivers/{id}/revocation")
    ModelAndView revoke(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor,
            RedirectAttributes redirect) {
        if (waivers.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no decision " + id);
        }
        int cells = waivers.lines(id).size();
        switch (waivers.revoke(actor, id, reason)) {
            case Decided.Revoked _ -> Toast.of("obligation.waiver.revoked.done", cells).after(redirect);
            case Decided.Refused refused -> Toast.of(refused.key()).after(redirect);
            case Decided.Entered entered -> throw new IllegalStateException("revoked, but entered " + entered.id());
        }
        return new ModelAndView("redirect:/waivers");
    }
}
