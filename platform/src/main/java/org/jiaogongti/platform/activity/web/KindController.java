package org.jiaogongti.platform.activity.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.KindEntry;
import org.jiaogongti.platform.activity.KindEntry.FieldEntry;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.activity.OwnKinds;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 活动种类: those of the notice, and the bureau's own. */
@Controller
@RequestMapping("/activities/kinds")
class KindController {

    private static final String HOME = "redirect:/activities/kinds/";

    private final OwnKinds kinds;
    private final ActivityRecords records;

    KindController(OwnKinds kinds, ActivityRecords records) {
        this.kinds = kinds;
        this.records = records;
    }

    @GetMapping
    ModelAndView list(Messages m) {
        return new ModelAndView("activity/kinds", "view", new KindView(new Say(m, records.ground()), List.of()));
    }

    @GetMapping("/{kind}")
    ModelAndView one(Messages m, @PathVariable String kind) {
        return page(m, kind, FieldEntry.EMPTY, List.of(), HttpStatus.OK);
    }

    @GetMapping("/new")
    ModelAndView form(Messages m) {
        Ground ground = records.ground();
        return form(m, ground, KindEntry.empty(ground.today().toString()), List.of(), Map.of(), HttpStatus.OK);
    }

    /** How the form would look; writes nothing. */
    @PostMapping("/preview")
    ModelAndView preview(Messages m, @RequestParam Map<String, String> sent) {
        KindEntry entry = entry(sent);
        OwnKinds.Draft draft = kinds.preview(entry);
        Ground ground = records.ground();
        return form(m, ground, entry, draft.errors(), Map.of("shown", shown(m, ground, draft.kind())), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(Actor actor, Messages m, @RequestParam Map<String, String> sent, RedirectAttributes redirect) {
        KindEntry entry = entry(sent);
        return switch (kinds.add(actor, entry)) {
            case Outcome.Done _ -> {
                Toast.of("activity.kind.toast.added").after(redirect);
                yield new ModelAndView("redirect:/activities/kinds");
            }
            case Outcome.Bad bad ->
                form(m, records.ground(), entry, bad.errors(), Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome _ -> throw RecordController.absent();
        };
    }

    @PostMapping("/{kind}/name")
    ModelAndView rename(Actor actor, Messages m, @PathVariable String kind, @RequestParam int version,
            @RequestParam String name, @RequestParam(name = "short", defaultValue = "") String shortName,
            RedirectAttributes redirect) {
        return after(m, kind, kinds.rename(actor, kind, version, name, shortName), "activity.kind.toast.renamed",
                FieldEntry.EMPTY, redirect);
    }

    @PostMapping("/{kind}/retirement")
    ModelAndView retire(Actor actor, Messages m, @PathVariable String kind, @RequestParam int version,
            @RequestParam(defaultValue = "") String lastDay, RedirectAttributes redirect) {
        return after(m, kind, kinds.retire(actor, kind, version, lastDay),
                lastDay.isBlank() ? "activity.kind.toast.again" : "activity.kind.toast.retired", FieldEntry.EMPTY,
                redirect);
    }

    @PostMapping("/{kind}/fields")
    ModelAndView ask(Actor actor, Messages m, @PathVariable String kind, @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        FieldEntry entry = new FieldEntry(text(sent, "field"), text(sent, "name"), text(sent, "type"),
                text(sent, "unit"), text(sent, "most"), text(sent, "words"), text(sent, "hint"));
        return after(m, kind, kinds.ask(actor, kind, entry), "activity.kind.toast.asked", entry, redirect);
    }

    @PostMapping("/fields/order")
    ModelAndView order(Actor actor, @RequestParam Map<String, String> sent, RedirectAttributes redirect) {
        if (!(kinds.order(actor, text(sent, "field"), text(sent, "before")) instanceof Outcome.Done)) {
            throw RecordController.absent();
        }
        Toast.of("activity.kind.toast.ordered").after(redirect);
        return new ModelAndView("redirect:/activities/kinds#fields");
    }

    private ModelAndView after(Messages m, String kind, Outcome outcome, String toast, FieldEntry typed,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done _ -> {
                Toast.of(toast).after(redirect);
                yield new ModelAndView(HOME + kind);
            }
            case Outcome.Bad bad -> page(m, kind, typed, bad.errors(), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.No no -> page(m, kind, typed, List.of(new FieldError("form", no.key(), no.numbers())),
                    HttpStatus.CONFLICT);
            case Outcome _ -> throw RecordController.absent();
        };
    }

    private ModelAndView page(Messages m, String code, FieldEntry typed, List<FieldError> errors, HttpStatus status) {
        Ground ground = records.ground();
        ActivityKind kind = ground.kinds().find(code).orElseThrow(RecordController::absent);
        ModelAndView page = new ModelAndView("activity/kind", Map.of("view",
                new KindView(new Say(m, ground), errors), "kind", kind, "typed", typed, "shown",
                shown(m, ground, kind)));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView form(Messages m, Ground ground, KindEntry entry, List<FieldError> errors,
            Map<String, Object> more, HttpStatus status) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("view", new KindView(new Say(m, ground), errors));
        model.put("entry", entry);
        ModelAndView page = new ModelAndView("activity/kind-new", model);
        page.setStatus(status);
        return page;
    }

    /** The record form with nothing in it, as it asks for this kind. */
    private static RecordView shown(Messages m, Ground ground, ActivityKind kind) {
        UUID community = ground.composition().communities().stream().map(Community::id).findFirst()
                .orElse(new UUID(0, 0));
        OccasionEntry empty = OccasionEntry.empty(new UUID(0, 0), "", ground.today().toString()).asking(kind.code());
        return new RecordView(empty, null, 0, ground.today(), List.of(), Set.of(),
                ground.groups(community, ground.today()), ground.schoolsOf(community, ground.today()), List.of(kind),
                List.of(), null, List.of(), List.of(), List.of(), List.of(), null, Map.of(), List.of(), List.of(),
                new Say(m, ground));
    }

    private static KindEntry entry(Map<String, String> sent) {
        Map<String, String> asks = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith("ask_")) {
                asks.put(name.substring("ask_".length()), value);
            }
        });
        return new KindEntry(text(sent, "name"), text(sent, "short"), text(sent, "unit"), text(sent, "holder"),
                text(sent, "gate"), text(sent, "answer"), text(sent, "from"), asks);
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "");
    }
}
