package org.jiaogongti.platform.reminder.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Inbox;
import org.jiaogongti.platform.reminder.Nudges;
import org.jiaogongti.platform.reminder.Nudges.Pressed;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 消息: what somebody was reminded of, and the button that reminds others. */
@Controller
class MessageController {

    private static final int PAGE = 30;

    private final Inbox inbox;
    private final Nudges nudges;

    MessageController(Inbox inbox, Nudges nudges) {
        this.inbox = inbox;
        this.nudges = nudges;
    }

    @GetMapping("/messages")
    String list(Actor actor, @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        boolean unread = show.equals("new");
        model.addAttribute("view", new MessagesView(inbox.page(actor, unread, after, PAGE), unread, after != null));
        return "reminder/messages";
    }

    /** The number on the bell, asked for by a script after the page is there. */
    @GetMapping("/messages/count")
    ResponseEntity<String> count(Actor actor) {
        int unread = inbox.unread(actor);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.TEXT_PLAIN)
                .body(unread > Inbox.MOST ? Inbox.MOST + "+" : Integer.toString(unread));
    }

    @PostMapping("/messages/{id}/opening")
    String open(Actor actor, @PathVariable UUID id) {
        return "redirect:" + inbox.open(actor, id).orElseThrow(() -> new Absent("message", id));
    }

    @PostMapping("/messages/reading")
    String readAll(Actor actor, RedirectAttributes redirect) {
        Toast.of("reminder.read.done", inbox.readAll(actor)).after(redirect);
        return "redirect:/messages";
    }

    @PostMapping("/reminders/presses")
    String press(Actor actor, @RequestParam(defaultValue = "") String matterKind,
            @RequestParam(defaultValue = "") String matter, Model model, RedirectAttributes redirect) {
        return switch (nudges.press(actor, new Matter(matterKind, matter))) {
            case Pressed.Done(int people, String path) -> {
                Toast.of("reminder.press.done", people).after(redirect);
                yield "redirect:" + path;
            }
            case Pressed.Refused(String key, List<String> arguments, String path) -> {
                model.addAttribute("problem", key);
                model.addAttribute("arguments", arguments);
                model.addAttribute("path", path);
                yield "reminder/refused";
            }
            case Pressed.Absent() -> throw new Absent("matter", matterKind);
        };
    }
}
