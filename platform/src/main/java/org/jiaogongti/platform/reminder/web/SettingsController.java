package org.jiaogongti.platform.reminder.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.reminder.MailServer;
import org.jiaogongti.platform.reminder.ReminderSettings;
import org.jiaogongti.platform.reminder.ReminderSettings.Change;
import org.jiaogongti.platform.reminder.ReminderSettings.NewRobot;
import org.jiaogongti.platform.reminder.Robot;
import org.jiaogongti.platform.reminder.Trials;
import org.jiaogongti.platform.reminder.Trials.Result;
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

/** 提醒设置: the bureau's rules, its ways out, and what became of what went out. */
@Controller
class SettingsController {

    private static final String LEAD = "lead-";

    private final ReminderSettings settings;
    private final Trials trials;

    SettingsController(ReminderSettings settings, Trials trials) {
        this.settings = settings;
        this.trials = trials;
    }

    @GetMapping("/reminders")
    String show(Model model) {
        return page("", null, model);
    }

    @PostMapping("/reminders/rules")
    String rules(Actor actor, @RequestParam Map<String, String> all, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        Map<String, String> leads = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(LEAD)) {
                leads.put(name.substring(LEAD.length()), value);
            }
        });
        return after(settings.rule(actor, all.getOrDefault("usual", ""), leads, number(all.get("delay")),
                number(all.get("ceiling"))), response, model, redirect);
    }

    @PostMapping("/reminders/mail")
    String mail(Actor actor, @RequestParam(defaultValue = "") String server,
            @RequestParam(defaultValue = "") String port, @RequestParam(defaultValue = "TLS") String security,
            @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String sender, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        MailServer.Security chosen = security.equals("PLAIN")
                ? MailServer.Security.PLAIN
                : security.equals("STARTTLS") ? MailServer.Security.STARTTLS : MailServer.Security.TLS;
        return after(settings.mail(actor,
                new MailServer(server.strip(), number(port), chosen, account.strip(), sender.strip()), password),
                response, model, redirect);
    }

    @PostMapping("/reminders/mail/end")
    String dropMail(Actor actor, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        return after(settings.dropMail(actor), response, model, redirect);
    }

    /** What the other side says is shown here and now, so this answer is the page itself and no redirect. */
    @PostMapping("/reminders/mail/trial")
    String tryMail(Actor actor, @RequestParam(defaultValue = "") String mailbox, Model model) {
        Optional<Result> result = trials.mail(actor, mailbox.strip());
        return page(result.isEmpty() ? "reminder.refused.trial" : "", result.orElse(null), model);
    }

    @PostMapping("/reminders/robots")
    String addRobot(Actor actor, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "DINGTALK") String kind, @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "password", defaultValue = "") String secret,
            @RequestParam(required = false) @Nullable UUID school, @RequestParam(defaultValue = "") String at,
            HttpServletResponse response, Model model, RedirectAttributes redirect) {
        Robot.Kind chosen = kind.equals("WECOM") ? Robot.Kind.WECOM : Robot.Kind.DINGTALK;
        return after(settings.addRobot(actor,
                new NewRobot(name.strip(), chosen, url.strip(), secret.strip(), school, time(at))), response, model,
                redirect);
    }

    @PostMapping("/reminders/robots/{id}/end")
    String endRobot(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return after(settings.endRobot(actor, id), response, model, redirect);
    }

    @PostMapping("/reminders/robots/{id}/trial")
    String tryRobot(Actor actor, @PathVariable UUID id, Model model) {
        return page("", trials.robot(actor, id).orElseThrow(() -> new Absent("robot", id)), model);
    }

    @PostMapping("/reminders/deliveries/{id}/again")
    String again(Actor actor, @PathVariable UUID id, HttpServletResponse response, Model model,
            RedirectAttributes redirect) {
        return after(settings.again(actor, id), response, model, redirect);
    }

    private String after(Change change, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        return switch (change) {
            case Change.Done(String key) -> {
                Toast.of(key).after(redirect);
                yield "redirect:/reminders";
            }
            case Change.Refused(String key) -> {
                response.setStatus(422);
                yield page(key, null, model);
            }
            case Change.Absent() -> throw new Absent("reminder", "");
        };
    }

    private String page(String problem, @Nullable Result result, Model model) {
        model.addAttribute("view", new SettingsView(settings.sheet(), problem, result));
        return "reminder/settings";
    }

    private static int number(@Nullable String text) {
        return text != null && text.strip().matches("[0-9]{1,5}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException none) {
            return LocalTime.of(8, 30);
        }
    }
}
