package org.jiaogongti.platform.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.api.Topic;
import org.jiaogongti.platform.api.Webhooks;
import org.jiaogongti.platform.api.Webhooks.Made;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知别的系统: which systems are told, of what, and whether it arrived. */
@Controller
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping("/webhooks")
    String list(Model model) {
        return page(new WebhookView.Form("", "", EnumSet.allOf(Topic.class), "", ""), model);
    }

    /** The secret is shown here and nowhere again, so this answer is the page itself and no redirect. */
    @PostMapping("/webhooks")
    String make(Actor actor, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "topics", required = false) @Nullable List<String> topics,
            HttpServletResponse response, Model model) {
        Set<Topic> chosen = EnumSet.noneOf(Topic.class);
        Arrays.stream(Topic.values()).filter(topic -> topics != null && topics.contains(topic.name()))
                .forEach(chosen::add);
        return switch (webhooks.make(actor, name.strip(), url.strip(), chosen)) {
            case Made.Shown shown ->
                page(new WebhookView.Form("", "", EnumSet.allOf(Topic.class), "", shown.secret()), model);
            case Made.Refused refused -> {
                response.setStatus(422);
                yield page(new WebhookView.Form(name, url, chosen, refused.key(), ""), model);
            }
        };
    }

    @PostMapping("/webhooks/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!webhooks.end(actor, id)) {
            throw new Absent("webhook", id);
        }
        Toast.of("api.webhook.ended").after(redirect);
        return "redirect:/webhooks";
    }

    @PostMapping("/webhooks/deliveries/{id}/again")
    String again(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!webhooks.again(actor, id)) {
            throw new Absent("delivery", id);
        }
        Toast.of("api.webhook.again.done").after(redirect);
        return "redirect:/webhooks";
    }

    private String page(WebhookView.Form form, Model model) {
        model.addAttribute("view", new WebhookView(webhooks.all(), webhooks.latest(), form));
        return "api/webhooks";
    }
}
