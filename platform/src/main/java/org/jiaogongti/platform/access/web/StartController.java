package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Founding;
import org.jiaogongti.platform.shell.Absent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The first visit to an empty installation. Once there is a district, this address no longer exists. */
@Controller
class StartController {

    private final Founding founding;

    StartController(Founding founding) {
        this.founding = founding;
    }

    @GetMapping("/start")
    String show(Model model) {
        mustBeOpen();
        return page(StartForm.empty(), "", model);
    }

    @PostMapping("/start")
    String begin(StartForm form, HttpServletResponse response, Model model) {
        mustBeOpen();
        Optional<String> problem = problem(form);
        if (problem.isEmpty()) {
            problem = founding.begin(new Founding.Beginning(new District(form.code()), form.district(), form.charter(),
                    form.login(), form.name(), form.password()));
        }
        if (problem.isEmpty()) {
            return "redirect:/sign-in";
        }
        response.setStatus(422);
        return page(form, problem.get(), model);
    }

    private static Optional<String> problem(StartForm form) {
        if (!form.code().matches("[1-9][0-9]{5}")) {
            return Optional.of("access.start.code.wrong");
        }
        if (form.district().isEmpty() || form.district().length() > 40) {
            return Optional.of("access.start.district.missing");
        }
        return form.password().equals(form.again()) ? Optional.empty() : Optional.of("access.password.differ");
    }

    private String page(StartForm form, String problem, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("charters", founding.charters());
        model.addAttribute("problem", problem);
        return "access/start";
    }

    private void mustBeOpen() {
        if (!founding.open()) {
            throw new Absent("address", "/start");
        }
    }
}
