package org.jiaogongti.platform.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.shell.Toast;
import org.jiaogongti.platform.staff.Register;
import org.jiaogongti.platform.staff.RegisterChanges;
import org.jiaogongti.platform.staff.RegisterChanges.Details;
import org.jiaogongti.platform.staff.RegisterChanges.Entered;
import org.jiaogongti.platform.staff.RegisterFilter;
import org.jiaogongti.platform.staff.YoungRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 人员: the register's list, entering somebody, the figures by day, the rule for early-career teachers. */
@Controller
class PeopleController {

    private static final int PAGE = 50;
    /** An export gives all rows of the filter, up to this many. */
    private static final int EXPORT = 20_000;

    private final Register register;
    private final RegisterChanges changes;

    PeopleController(Register register, RegisterChanges changes) {
        this.register = register;
        this.changes = changes;
    }

    @GetMapping("/people")
    ModelAndView list(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        RegisterFilter filter = filter(query);
        UUID after = new Filled(query).id("after");
        return new ModelAndView("staff/people", Map.of("view",
                new PeopleView(register.list(actor, filter, after, PAGE), filter, after != null, m)));
    }

    private static RegisterFilter filter(Map<String, String> query) {
        Filled filled = new Filled(query);
        RegisterFilter.Shown shown = filled.one(RegisterFilter.Shown.class, "shown");
        return new RegisterFilter(filled.text("q"), filled.id("school"), filled.text("subject"),
                filled.one(Rank.class, "rank"), shown == null ? RegisterFilter.Shown.PRESENT : shown);
    }

    @GetMapping("/people/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> export(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        RegisterFilter filter = filter(query);
        PeopleView view = new PeopleView(register.list(actor, filter, null, EXPORT), filter, false, m);
        List<List<String>> rows = view.rows().stream().map(row -> List.of(row.number(), row.name(), row.posts(),
                row.rank(), row.subjects(), row.employment(), row.young())).toList();
        return new TableFile(m.t("staff.people.title") + " " + view.listed().today(),
                List.of(m.t("staff.number"), m.t("staff.name"), m.t("staff.posts"), m.t("staff.rank"),
                        m.t("staff.subjects"), m.t("staff.employment"), m.t("staff.young")),
                rows).download(format);
    }

    @GetMapping("/people/mine")
    String mine(Actor actor) {
        UUID person = actor.personId();
        if (person == null) {
            throw new Absent("person", "of this account");
        }
        return "redirect:/people/" + person;
    }

    @GetMapping("/people/new")
    ModelAndView form(Actor actor) {
        return form(actor, "", Map.of());
    }

    private ModelAndView form(Actor actor, String problem, Map<String, String> typed) {
        return new ModelAndView("staff/person-new", Map.of("schools", register.enterable(actor), "problem", problem,
                "typed", typed));
    }

    @PostMapping("/people")
    ModelAndView enter(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        Entered entered = changes.enter(actor, details(filled), filled.id("school"), filled.day("from"));
        return switch (entered) {
            case Entered.Done done -> {
                Toast.of("staff.done.entered").after(redirect);
                yield new ModelAndView("redirect:/people/" + done.person());
            }
            case Entered.Refused refused -> {
                response.setStatus(422);
                yield form(actor, refused.key(), fields);
            }
        };
    }

    static Details details(Filled filled) {
        return new Details(filled.text("name"), filled.text("number"), filled.text("sort"), filled.day("since"));
    }

    @GetMapping("/people/counts")
    ModelAndView counts(Actor actor, Messages m, @RequestParam Map<String, String> query) {
        return new ModelAndView("staff/counts",
                Map.of("view", new CountsView(register.figures(actor, new Filled(query).day("on")), m)));
    }

    @GetMapping("/people/counts/export.{format:xlsx|csv}")
    ResponseEntity<byte[]> countsFile(Actor actor, Messages m, @PathVariable String format,
            @RequestParam Map<String, String> query) {
        return new CountsView(register.figures(actor, new Filled(query).day("on")), m).file().download(format);
    }

    @GetMapping("/people/young")
    ModelAndView young() {
        return young("", Map.of());
    }

    private ModelAndView young(String problem, Map<String, String> typed) {
        return new ModelAndView("staff/young",
                Map.of("rules", register.youngRules(), "problem", problem, "typed", typed));
    }

    @PostMapping("/people/young")
    ModelAndView decideYoung(Actor actor, @RequestParam Map<String, String> fields, HttpServletResponse response,
            RedirectAttributes redirect) {
        Filled filled = new Filled(fields);
        var from = filled.day("from");
        Change change = from == null
                ? new Change.Refused("staff.refused.missing")
                : changes.decideYoung(actor, new YoungRule(from, filled.whole("years"), filled.text("document")));
        if (change instanceof Change.Refused refused) {
            response.setStatus(422);
            return young(refused.key(), fields);
        }
        Toast.of("staff.done.young").after(redirect);
        return new ModelAndView("redirect:/people/young");
    }
}
