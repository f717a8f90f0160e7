package org.jiaogongti.platform.job.web;

import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.job.Jobs;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 后台任务: what the platform does by itself, whether it went through, and when next. */
@Controller
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/jobs")
    String list(Model model) {
        model.addAttribute("view", new JobView(jobs.all()));
        return "job/jobs";
    }

    @PostMapping("/jobs/{name}/run")
    String run(Actor actor, @PathVariable String name, RedirectAttributes redirect) {
        switch (jobs.ask(actor, name)) {
            case SOON -> Toast.of("job.asked").after(redirect);
            case RUNNING -> Toast.of("job.asked.running").after(redirect);
            case ABSENT -> throw new Absent("job", name);
        }
        return "redirect:/jobs";
    }
}
