package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Invitees;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 参加的人: who is expected at an occasion, and inviting them. */
@Controller
@RequestMapping("/activities/{id}/invitees")
class InviteeController {

    private final Invitees invitees;

    InviteeController(Invitees invitees) {
        this.invitees = invitees;
    }

    @GetMapping
    ModelAndView show(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return page(actor, m, id, q, "", HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String typed, String problem, HttpStatus status) {
        Invitees.Sheet sheet = invitees.sheet(actor, id, typed).orElseThrow(RecordController::absent);
        ModelAndView page = new ModelAndView("activity/invitees",
                Map.of("view", new InviteesView(sheet, problem, new Say(m, sheet.ground()))));
        page.setStatus(status);
        return page;
    }

    @GetMapping("/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable UUID id, @PathVariable String format) {
        Invitees.Sheet sheet = invitees.sheet(actor, id, "").orElseThrow(RecordController::absent);
        return new InviteesView(sheet, "", new Say(m, sheet.ground())).table().download(format);
    }

    @PostMapping
    ModelAndView invite(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> person, @RequestParam(defaultValue = "") String q,
            RedirectAttributes redirect) {
        Outcome outcome = invitees.invite(actor, id, person == null ? List.of() : person);
        if (outcome instanceof Outcome.No no) {
            return page(actor, m, id, q, m.t(no.key()), HttpStatus.CONFLICT);
        }
        ModelAndView next = after(actor, m, id, outcome, "occasion.toast.invited", redirect);
        if (!q.isBlank()) {
            // There may be more of them.
            redirect.addAttribute("q", q);
        }
        return next;
    }

    @PostMapping("/group")
    ModelAndView group(Actor actor, Messages m, @PathVariable UUID id, @RequestParam UUID community,
            @RequestParam(defaultValue = "") String what, RedirectAttributes redirect) {
        Body body = what.equals("leading") ? Body.LEADING_GROUP : Body.GUIDANCE_GROUP;
        return after(actor, m, id, invitees.inviteGroup(actor, id, community, body), "occasion.toast.group", redirect);
    }

    @PostMapping("/{person}/removal")
    ModelAndView remove(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID person,
            RedirectAttributes redirect) {
        return after(actor, m, id, invitees.remove(actor, id, person), "occasion.toast.removed", redirect);
    }

    private ModelAndView after(Actor actor, Messages m, UUID id, Outcome outcome, String toast,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of(toast).after(redirect);
                yield new ModelAndView("redirect:/activities/" + id + "/invitees");
            }
            case Outcome.Already _ -> new ModelAndView("redirect:/activities/" + id + "/invitees");
            case Outcome.No no -> page(actor, m, id, "", m.t(no.key()), HttpStatus.CONFLICT);
            case Outcome.Bad _,Outcome.Stale _,Outcome.Absent _,Outcome.PerhapsSame _ ->
                throw RecordController.absent();
        };
    }
}
