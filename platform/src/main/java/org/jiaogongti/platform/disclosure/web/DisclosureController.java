package org.jiaogongti.platform.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.DisclosureSource.Handed;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.Publication.Words;
import org.jiaogongti.platform.disclosure.Publications;
import org.jiaogongti.platform.disclosure.Publications.Outcome;
import org.jiaogongti.platform.disclosure.Publications.Shown;
import org.jiaogongti.platform.disclosure.Publications.Written;
import org.jiaogongti.platform.disclosure.StandardWords;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bureau's desk for what it makes public. */
@Controller
class DisclosureController {

    private static final int PAGE = 50;

    private final Publications publications;
    private final MessageBook book;
    private final BusinessClock clock;

    DisclosureController(Publications publications, MessageBook book, BusinessClock clock) {
        this.publications = publications;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/disclosure")
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID after) {
        return list(actor, new ListView.Asked(state, q.strip(), after), "");
    }

    private ModelAndView list(Actor actor, ListView.Asked asked, String problem) {
        return new ModelAndView("disclosure/list", Map.of("view", new ListView(
                publications.list(actor, asked.state(), asked.words(), asked.after(), PAGE), asked, problem)));
    }

    @PostMapping("/disclosure/numbering")
    ModelAndView numbering(Actor actor, @RequestParam(defaultValue = "") String unit, HttpServletResponse response,
            RedirectAttributes redirect) {
        if (publications.number(actor, unit.strip()) instanceof Outcome.Refused no) {
            response.setStatus(422);
            return list(actor, new ListView.Asked(null, "", null), no.key());
        }
        Toast.of("disclosure.toast.numbering").after(redirect);
        return new ModelAndView("redirect:/disclosure");
    }

    @PostMapping("/disclosure/contact")
    ModelAndView contact(Actor actor, @RequestParam(defaultValue = "") String phone, HttpServletResponse response,
            RedirectAttributes redirect) {
        if (publications.phone(actor, phone.strip()) instanceof Outcome.Refused no) {
            response.setStatus(422);
            return list(actor, new ListView.Asked(null, "", null), no.key());
        }
        Toast.of("disclosure.toast.contact").after(redirect);
        return new ModelAndView("redirect:/disclosure");
    }

    /** @param from a source's text, such as {@code charter/notice}, or empty */
    @GetMapping("/disclosure/new")
    ModelAndView fresh(Actor actor, Messages m, @RequestParam(defaultValue = "") String from) {
        Handed handed = from.isEmpty()
                ? new Handed("", StandardWords.in(book.in(Language.ZH)).with(Category.OTHER, "", "",
                        book.in(Language.ZH).t("disclosure.issuer.usual"), clock.today()))
                : publications.handed(actor, from).orElseThrow(() -> new Absent("text", from));
        return new ModelAndView("disclosure/form",
                Map.of("view", new FormView(null, handed.number(), handed.words(), Map.of(), from, m)));
    }

    @PostMapping("/disclosure")
    ModelAndView write(Actor actor, Messages m, @RequestParam Map<String, String> sent, RedirectAttributes redirect,
            HttpServletResponse response) {
        return written(actor, m, null, sent, redirect, response);
    }

    @GetMapping("/disclosure/{id}/text")
    ModelAndView text(Actor actor, Messages m, @PathVariable UUID id) {
        Shown shown = publications.show(actor, id);
        if (shown.publication().state() != State.DRAFT) {
            return new ModelAndView("redirect:/disclosure/" + id);
        }
        return new ModelAndView("disclosure/form", Map.of("view", new FormView(id, shown.publication().number(),
                shown.publication().words(), Map.of(), "", m)));
    }

    @PostMapping("/disclosure/{id}/text")
    ModelAndView rewrite(Actor actor, Messages m, @PathVariable UUID id, @RequestParam Map<String, String> sent,
            RedirectAttributes redirect, HttpServletResponse response) {
        return written(actor, m, id, sent, redirect, response);
    }

    private ModelAndView written(Actor actor, Messages m, @Nullable UUID id, Map<String, String> sent,
            RedirectAttributes redirect, HttpServletResponse response) {
        Map<String, String> problems = new HashMap<>();
        LocalDate issued = day(sent.getOrDefault("issuedOn", ""), problems);
        Words words = new Words(category(sent.getOrDefault("category", "")), line(sent, "title"),
                sent.getOrDefault("body", "").replace("\r\n", "\n").strip(), line(sent, "topic"), line(sent, "theme"),
                line(sent, "way"), line(sent, "reach"), line(sent, "issuer"), issued);
        String number = line(sent, "number");
        String from = line(sent, "from");
        if (problems.isEmpty()) {
            switch (publications.write(actor, id, number, words, from)) {
                case Written.Done done -> {
                    Toast.of("disclosure.toast.saved").after(redirect);
                    return new ModelAndView("redirect:/disclosure/" + done.id());
                }
                case Written.Refused refused -> problems.putAll(refused.problems());
            }
        }
        if (id != null) {
            publications.show(actor, id);
        }
        response.setStatus(422);
        return new ModelAndView("disclosure/form",
                Map.of("view", new FormView(id, number, words, problems, from, m)));
    }

    private static String line(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replaceAll("\\s+", " ").strip();
    }

    private LocalDate day(String typed, Map<String, String> problems) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            problems.put("issuedOn", "disclosure.refused.day");
            return clock.today();
        }
    }

    private static Category category(String typed) {
        for (Category category : Category.values()) {
            if (category.name().equals(typed)) {
                return category;
            }
        }
        return Category.OTHER;
    }

    @GetMapping("/disclosure/{id}")
    ModelAndView one(Actor actor, Messages m, @PathVariable UUID id) {
        return page(actor, m, id, "");
    }

    private ModelAndView page(Actor actor, Messages m, UUID id, String problem) {
        return new ModelAndView("disclosure/publication",
                Map.of("view", new PublicationView(publications.show(actor, id), problem, actor.accountId(), m)));
    }

    @PostMapping("/disclosure/{id}/files")
    ModelAndView attach(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes redirect, HttpServletResponse response) {
        return answered(actor, m, id, publications.attach(actor, id, Upload.allOf(files)), "disclosure.toast.attached",
                redirect, response);
    }

    @PostMapping("/disclosure/{id}/files/{file}/removal")
    ModelAndView detach(Actor actor, @PathVariable UUID id, @PathVariable UUID file, RedirectAttributes redirect) {
        publications.detach(actor, id, file);
        Toast.of("disclosure.toast.detached").after(redirect);
        return new ModelAndView("redirect:/disclosure/" + id + "#files");
    }

    @PostMapping("/disclosure/{id}/files/{file}/look")
    ModelAndView look(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        publications.look(actor, id, file);
        return new ModelAndView("redirect:/disclosure/" + id + "#files");
    }

    @PostMapping("/disclosure/{id}/clearances")
    ModelAndView clear(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect, HttpServletResponse response) {
        return answered(actor, m, id, publications.clear(actor, id, name), "disclosure.toast.cleared", redirect,
                response);
    }

    @PostMapping("/disclosure/{id}/submission")
    ModelAndView submit(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(actor, m, id, publications.submit(actor, id), "disclosure.toast.submitted", redirect,
                response);
    }

    @PostMapping("/disclosure/{id}/return")
    ModelAndView giveBack(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words, RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(actor, m, id, publications.giveBack(actor, id, words), "disclosure.toast.returned", redirect,
                response);
    }

    @PostMapping("/disclosure/{id}/publication")
    ModelAndView publish(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "0") int version,
            RedirectAttributes redirect, HttpServletResponse response) {
        return answered(actor, m, id, publications.publish(actor, id, version), "disclosure.toast.published", redirect,
                response);
    }

    @PostMapping("/disclosure/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect,
            HttpServletResponse response) {
        return answered(actor, m, id, publications.withdraw(actor, id, reason), "disclosure.toast.withdrawn", redirect,
                response);
    }

    private ModelAndView answered(Actor actor, Messages m, UUID id, Outcome outcome, String toast,
            RedirectAttributes redirect, HttpServletResponse response) {
        if (outcome instanceof Outcome.Refused no) {
            response.setStatus(422);
            return page(actor, m, id, m.t(no.key(), no.numbers().toArray()));
        }
        Toast.of(toast).after(redirect);
        return new ModelAndView("redirect:/disclosure/" + id);
    }
}
