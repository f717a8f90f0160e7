package org.jiaogongti.platform.purpose.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Purposes;
import org.jiaogongti.platform.purpose.Purposes.Registered;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 处理目的: filled in by one person, confirmed by another, with the notice that families get. */
@Controller
class PurposeController {

    private final Purposes purposes;
    private final Around around;

    PurposeController(Purposes purposes, Around around) {
        this.purposes = purposes;
        this.around = around;
    }

    /** What the pages need besides the register. */
    @Component
    record Around(Accounts accounts, Districts districts, MessageBook book, BusinessClock clock) {

        Words words(Messages m) {
            return new Words(m, id -> accounts.byId(id).map(Accounts.Account::name).orElse(""));
        }
    }

    @GetMapping("/purposes")
    ModelAndView all(Actor actor, Messages m) {
        List<PurposeView> views = purposes.all(actor).stream()
                .map(each -> around.words(m).view(each, actor, around.clock().today(), "")).toList();
        return new ModelAndView("purpose/purposes", Map.of("views", views, "keeps", Purposes.keeps(actor)));
    }

    @GetMapping("/purposes/new")
    ModelAndView form() {
        return new ModelAndView("purpose/purpose-new", Map.of("form", PurposeTyped.blank()));
    }

    @PostMapping("/purposes")
    ModelAndView propose(@RequestParam MultiValueMap<String, String> parameters, Actor actor,
            RedirectAttributes redirect) {
        PurposeTyped typed = PurposeTyped.of(parameters);
        if (!typed.problems().isEmpty()) {
            return again(typed);
        }
        return switch (purposes.propose(actor, typed.terms())) {
            case Registered.Done done -> {
                Toast.of("purpose.done.proposed").after(redirect);
                yield new ModelAndView("redirect:/purposes/" + done.id());
            }
            case Registered.Refused refused -> again(typed.but(refused.problems()));
        };
    }

    private static ModelAndView again(PurposeTyped typed) {
        return new ModelAndView("purpose/purpose-new", Map.of("form", typed), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/purposes/{id}")
    ModelAndView one(@PathVariable UUID id, Actor actor, Messages m) {
        return page(id, actor, m, "");
    }

    private ModelAndView page(UUID id, Actor actor, Messages m, String refused) {
        Purpose purpose = found(actor, id);
        return new ModelAndView("purpose/purpose",
                Map.of("view", around.words(m).view(purpose, actor, around.clock().today(), refused)));
    }

    private Purpose found(Actor actor, UUID id) {
        return purposes.find(actor, id).orElseThrow(() -> new Absent("purpose", id));
    }

    @PostMapping("/purposes/{id}/confirmation")
    ModelAndView confirm(@PathVariable UUID id, Actor actor, Messages m, RedirectAttributes redirect) {
        return after(purposes.confirm(actor, id), "purpose.done.confirmed", id, actor, m, redirect);
    }

    @PostMapping("/purposes/{id}/withdrawal")
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor, Messages m,
            RedirectAttributes redirect) {
        return after(purposes.end(actor, id, line(reason)), "purpose.done.ended", id, actor, m, redirect);
    }

    @PostMapping("/purposes/{id}/stop")
    ModelAndView stop(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor, Messages m,
            RedirectAttributes redirect) {
        return after(purposes.stop(actor, id, line(reason)), "purpose.done.stopped", id, actor, m, redirect);
    }

    private static String line(String typed) {
        String line = typed.strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    private ModelAndView after(Registered outcome, String done, UUID id, Actor actor, Messages m,
            RedirectAttributes redirect) {
        if (outcome instanceof Registered.Refused refused) {
            ModelAndView page = page(id, actor, m, refused.problems().values().iterator().next());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Toast.of(done).after(redirect);
        return new ModelAndView("redirect:/purposes/" + id);
    }

    /** The sheet of a confirmed purpose; what nobody has confirmed is not given to families. */
    @GetMapping("/purposes/{id}/sheet.{format:docx|pdf}")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, @PathVariable String format, Actor actor, Messages m) {
        Purpose purpose = found(actor, id);
        Purpose.State state = purpose.state(around.clock().today());
        if (state != Purpose.State.IN_FORCE && state != Purpose.State.TO_COME) {
            throw new Absent("sheet", id);
        }
        Messages chinese = around.book().in(Language.ZH);
        String bureau = chinese.t("purpose.sheet.bureau",
                around.districts().name(Scope.required()).orElse(""));
        return NoticeSheet.of(purpose, bureau, around.clock().today(), around.words(chinese)).download(format, m);
    }
}
