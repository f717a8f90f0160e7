package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaogongti.platform.access.CharterShelf;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Founding;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.SentText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The first visit to an empty installation. Once there is a district, this address no longer exists. */
@Controller
class StartController {

    /** What the choice says where the district brings its own charter. */
    private static final String OWN = "own";

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
    String begin(StartForm form, @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "notice", required = false) @Nullable MultipartFile notice,
            HttpServletResponse response, Model model) {
        mustBeOpen();
        CharterShelf.Own own = form.charter().equals(OWN) ? own(SentText.of(file), SentText.of(notice)) : null;
        Optional<String> problem = problem(form);
        if (problem.isEmpty() && own == null && form.charter().equals(OWN)) {
            problem = Optional.of("access.start.charter.files");
        }
        if (problem.isEmpty()) {
            String wrong = own == null ? "" : founding.wrong(own).orElse("");
            model.addAttribute("wrong", wrong);
            problem = wrong.isEmpty()
                    ? founding.begin(new Founding.Beginning(new District(form.code()), form.district(),
                            form.charter(), own, form.login(), form.name(), form.password()))
                    : Optional.of("access.start.charter.wrong");
        }
        if (problem.isEmpty()) {
            return "redirect:/sign-in";
        }
        response.setStatus(422);
        return page(form, problem.get(), model);
    }

    private static CharterShelf.@Nullable Own own(SentText charter, SentText notice) {
        return charter instanceof SentText.Given file && notice instanceof SentText.Given quoted
                ? new CharterShelf.Own(file.text(), quoted.text())
                : null;
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
        if (!model.containsAttribute("wrong")) {
            model.addAttribute("wrong", "");
        }
        return "access/start";
    }

    private void mustBeOpen() {
        if (!founding.open()) {
            throw new Absent("address", "/start");
        }
    }
}
