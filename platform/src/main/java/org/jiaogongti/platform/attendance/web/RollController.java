package org.jiaogongti.platform.attendance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.attendance.Arrival.Way;
import org.jiaogongti.platform.attendance.RollChange;
import org.jiaogongti.platform.attendance.RollSheet;
import org.jiaogongti.platform.attendance.Rolls;
import org.jiaogongti.platform.attendance.Rolls.Shown;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 签到 for the host: the page with the codes, the wall for a projector, paper beside the names. */
@Controller
@RequestMapping("/activities/{id}/attendance")
class RollController {

    private final Rolls rolls;
    private final EvidenceFiles evidence;
    private final Installation installation;
    private final Ids ids;

    RollController(Rolls rolls, EvidenceFiles evidence, Installation installation, Ids ids) {
        this.ids = ids;
        this.rolls = rolls;
        this.evidence = evidence;
        this.installation = installation;
    }

    @GetMapping
    ModelAndView show(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String show,
            HttpServletResponse response) {
        return kept(page("attendance/host", view(actor, m, id, show, ""), response));
    }

    /** A part of the page anew: the code, the list, or the wall. */
    @GetMapping("/live")
    ModelAndView live(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "list") String part,
            @RequestParam(defaultValue = "") String show, HttpServletResponse response) {
        String template = switch (part) {
            case "code" -> "attendance/code";
            case "wall" -> "attendance/wallpart";
            default -> "attendance/list";
        };
        ModelAndView page = page(template, view(actor, m, id, show, ""), response);
        page.addObject("anew", true);
        return page;
    }

    @GetMapping("/wall")
    ModelAndView wall(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response) {
        return kept(page("attendance/wall", hosts(view(actor, m, id, "", "")), response));
    }

    /** The digits of the coming hours, to be printed for a hall without network. */
    @GetMapping("/codes")
    ModelAndView codes(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response) {
        return page("attendance/codes", hosts(view(actor, m, id, "", "")), response);
    }

    @GetMapping("/paper")
    ModelAndView paper(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response) {
        return page("attendance/paper", hosts(view(actor, m, id, "", "")), response);
    }

    private static RollView hosts(RollView view) {
        if (!view.sheet().hosts()) {
            throw new Absent("roll", view.gathering().id());
        }
        return view;
    }

    /** The digits go on where there is no network, also on a page that is opened again there. */
    private static ModelAndView kept(ModelAndView page) {
        return page.addObject(Page.KEPT, true);
    }

    private static ModelAndView page(String template, RollView view, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(template, Map.of("view", view));
    }

    private RollView view(Actor actor, Messages m, UUID id, String show, String problem) {
        RollSheet sheet = rolls.sheet(actor, id).orElseThrow(() -> new Absent("roll", id));
        Shown shown = sheet.live() ? rolls.shown(actor, id).orElse(null) : null;
        String site = installation.address() + "/attend";
        List<EvidenceItem> pictures = sheet.hosts()
                ? evidence.of(List.of(id)).stream().filter(item -> item.kind().picture())
                        .sorted(Comparator.comparing(EvidenceItem::uploadedAt).reversed()).toList()
                : List.of();
        return new RollView(sheet, shown, shown == null ? "" : site + "/" + shown.ticket().text(),
                site.replaceFirst("^https?://", ""), show.equals("missing"), pictures, problem, ids.next().toString(),
                new Words(m));
    }

    /** The list to be signed by hand: those expected, and room for more. */
    @GetMapping("/sheet.{format:docx|pdf}")
    ResponseEntity<byte[]> sheet(Actor actor, Messages m, @PathVariable UUID id, @PathVariable String format) {
        return new PaperSheet(hosts(view(actor, m, id, "", ""))).document().download(format, m);
    }

    @PostMapping("/opening")
    ModelAndView open(Actor actor, Messages m, @PathVariable UUID id, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(actor, m, id, rolls.open(actor, id), "attendance.toast.opened", "", response, redirect);
    }

    @PostMapping("/closing")
    ModelAndView close(Actor actor, Messages m, @PathVariable UUID id, @RequestParam(defaultValue = "") String began,
            @RequestParam(defaultValue = "") String ended, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(actor, m, id, rolls.close(actor, id, began, ended), "attendance.toast.closed", "", response,
                redirect);
    }

    @PostMapping("/ticks")
    ModelAndView tick(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> person, @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String note, HttpServletResponse response, RedirectAttributes redirect) {
        Way by = way.equals("paper") ? Way.PAPER : Way.HOST;
        return after(actor, m, id, rolls.tick(actor, id, person == null ? List.of() : person, by, note.strip()),
                "attendance.toast.ticked", by == Way.PAPER ? "/paper" : "", response, redirect);
    }

    @PostMapping("/guests")
    ModelAndView add(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID school, @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String back, HttpServletResponse response, RedirectAttributes redirect) {
        return after(actor, m, id, rolls.add(actor, id, school, unit.strip(), name.strip(), note.strip()),
                "attendance.toast.added", back.equals("paper") ? "/paper" : "", response, redirect);
    }

    @PostMapping("/arrivals/{arrival}/decision")
    ModelAndView decide(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID arrival,
            @RequestParam String answer, HttpServletResponse response, RedirectAttributes redirect) {
        boolean there = answer.equals("there");
        return after(actor, m, id, rolls.decide(actor, id, arrival, there),
                there ? "attendance.toast.there" : "attendance.toast.not-there", "", response, redirect);
    }

    @PostMapping("/arrivals/{arrival}/removal")
    ModelAndView takeOut(Actor actor, Messages m, @PathVariable UUID id, @PathVariable UUID arrival,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response,
            RedirectAttributes redirect) {
        return after(actor, m, id, rolls.takeOut(actor, id, arrival, reason.strip()), "attendance.toast.out",
                "/paper", response, redirect);
    }

    private ModelAndView after(Actor actor, Messages m, UUID id, RollChange change, String toast, String page,
            HttpServletResponse response, RedirectAttributes redirect) {
        return switch (change) {
            case RollChange.Done done -> {
                Toast.of(toast, done.people()).after(redirect);
                yield new ModelAndView("redirect:/activities/" + id + "/attendance" + page);
            }
            case RollChange.Refused refused -> {
                response.setStatus(422);
                yield page(page.isEmpty() ? "attendance/host" : "attendance/paper",
                        view(actor, m, id, "", refused.key()), response);
            }
        };
    }
}
