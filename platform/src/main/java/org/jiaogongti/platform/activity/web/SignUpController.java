package org.jiaogongti.platform.activity.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.SignUps;
import org.jiaogongti.platform.activity.SignedUp;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公布和报名: what is announced to somebody, signing up and leaving in one tap. */
@Controller
class SignUpController {

    private final SignUps signUps;

    SignUpController(SignUps signUps) {
        this.signUps = signUps;
    }

    @GetMapping("/activities/announced")
    ModelAndView announced(Actor actor, Messages m) {
        return page(actor, m, "", HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, Messages m, String problem, HttpStatus status) {
        SignUps.Offers offers = signUps.offers(actor);
        ModelAndView page = new ModelAndView("activity/announced",
                Map.of("view", new OffersView(offers, problem, new Say(m, offers.ground()))));
        page.setStatus(status);
        return page;
    }

    @PostMapping("/activities/{id}/sign-up")
    ModelAndView signUp(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return after(actor, m, id, signUps.signUp(actor, id), back, redirect);
    }

    @PostMapping("/activities/{id}/sign-off")
    ModelAndView leave(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        return after(actor, m, id, signUps.leave(actor, id), back, redirect);
    }

    private ModelAndView after(Actor actor, Messages m, UUID id, SignedUp outcome, String back,
            RedirectAttributes redirect) {
        ModelAndView next = new ModelAndView(
                "redirect:/activities/" + (back.equals("announced") ? "announced" : id + "#invitees"));
        return switch (outcome) {
            case SignedUp.Listed listed -> {
                Toast toast = listed.waiting() == 0
                        ? Toast.of("occasion.toast.signedUp")
                        : Toast.of("occasion.toast.waiting", listed.waiting());
                toast.after(redirect);
                yield next;
            }
            case SignedUp.Left left -> {
                Toast.of(left.movedUp() > 0 ? "occasion.toast.left.movedUp" : "occasion.toast.left").after(redirect);
                yield next;
            }
            case SignedUp.No no ->
                page(actor, m, m.t(no.key(), no.numbers().toArray()), HttpStatus.CONFLICT);
            case SignedUp.Absent _ -> throw RecordController.absent();
        };
    }
}
