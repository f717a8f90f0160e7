package org.jiaogongti.platform.activity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKinds;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.ActivityRecords.FormGround;
import org.jiaogongti.platform.activity.Beforehand;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.Caution;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.OccasionEntry;
import org.jiaogongti.platform.activity.OccasionSheet;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.activity.Preview;
import org.jiaogongti.platform.activity.model.Brought;
import org.jiaogongti.platform.activity.model.Conflict;
import org.jiaogongti.platform.activity.model.Conflict.Matter;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Timetables.Taught;
import org.jiaogongti.platform.school.Timetables;
import org.jiaogongti.platform.shell.Ids;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Page;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 记一次活动: the form, what it would count for, saving and changing. */
@Controller
class RecordController {

    private static final String FORM = "activity/record";

    private final Activities activities;
    private final ActivityRecords records;
    private final Timetables timetables;
    private final ObjectProvider<Beforehand> beforehand;
    private final Ids ids;
    private final ObjectProvider<Caution.Source> cautions;

    RecordController(Activities activities, ActivityRecords records, Timetables timetables,
            ObjectProvider<Beforehand> beforehand, ObjectProvider<Caution.Source> cautions, Ids ids) {
        this.timetables = timetables;
        this.beforehand = beforehand;
        this.cautions = cautions;
        this.activities = activities;
        this.records = records;
        this.ids = ids;
    }

    @GetMapping("/activities/new")
    ModelAndView form(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> asked) {
        FormGround ground = records.form(actor);
        OccasionEntry entry = records.prefilled(actor, ground, ids.next(), asked.toSingleValueMap());
        LocalDate today = ground.ground().today();
        UUID person = actor.personId();
        List<Taught> lessons = person == null || !entry.className().isEmpty()
                ? List.of()
                : timetables.on(ground.ground().calendar(), Typed.date(entry.date(), today).orElse(today),
                        List.of(person));
        return page(ground, m, new Filled(entry, lessons), HttpStatus.OK).addObject(Page.KEPT, true);
    }

    @PostMapping("/activities/preview")
    ModelAndView preview(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "") String live) {
        OccasionEntry entry = chosen(actor, changed(sent), sent);
        Preview preview = records.preview(actor, entry);
        if (live.isEmpty()) {
            Filled filled = new Filled(entry, changed(sent), version(sent), preview.missing(), preview, preview.same(),
                    List.of(), null);
            return page(records.form(actor), m, filled, cautions(actor, m, filled.id(), preview), HttpStatus.OK);
        }
        Say say = new Say(m, records.ground());
        return new ModelAndView("activity/live",
                Map.of("preview", preview, "say", say, "cautions", cautions(actor, m, changed(sent), preview)));
    }

    /** What other modules say against it. */
    private List<Caution> cautions(Actor actor, Messages m, @Nullable UUID id, @Nullable Preview preview) {
        Said said = preview == null ? null : preview.said();
        return said == null
                ? List.of()
                : cautions.orderedStream().flatMap(source -> source
                        .against(actor, id == null ? ids.next() : id, said, m).stream()).toList();
    }

    @PostMapping(path = "/activities")
    ModelAndView record(Actor actor, Messages m, @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes redirect) {
        OccasionEntry entry = EntryForm.read(sent);
        Outcome outcome = activities.record(actor, entry, Upload.allOf(files));
        return switch (outcome) {
            case Outcome.Done done -> {
                Toast.of("activity.toast.recorded", done.effects().size())
                        .undoneBy("/activities/" + done.id() + "/withdrawal?version=1").after(redirect);
                yield new ModelAndView("redirect:/activities/" + done.id());
            }
            case Outcome.Already already -> new ModelAndView("redirect:/activities/" + already.id());
            case Outcome.Bad bad -> page(records.form(actor), m, new Filled(entry, null, 0, bad.errors(), null,
                    List.of(), List.of(), null), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.PerhapsSame same -> page(records.form(actor), m, new Filled(entry, null, 0, List.of(), null,
                    same.others(), List.of(), null), HttpStatus.CONFLICT);
            case Outcome.No no -> refused(actor, m, entry, no);
            case Outcome.Stale _,Outcome.Absent _ -> throw absent();
        };
    }

    private ModelAndView refused(Actor actor, Messages m, OccasionEntry entry, Outcome.No no) {
        List<FieldError> errors = List.of(new FieldError("form", no.key(), no.numbers()));
        return page(records.form(actor), m, new Filled(entry, null, 0, errors, null, List.of(), List.of(), null),
                HttpStatus.CONFLICT);
    }

    @GetMapping("/activities/{id}/edit")
    ModelAndView edit(Actor actor, Messages m, @PathVariable UUID id) {
        Occasion occasion = records.find(actor, id).orElseThrow(RecordController::absent);
        FormGround form = records.form(actor);
        OccasionEntry entry = EntryForm.of(occasion);
        ActivityKind kind = form.ground().kinds().get(entry.mainKind());
        Brought brought = beforehand.orderedStream().map(each -> each.of(actor, id)).flatMap(Optional::stream)
                .findFirst().map(told -> Brought.into(entry, kind, told)).orElse(new Brought(entry, List.of()));
        return page(form, m, new Filled(brought, id, occasion.version()), HttpStatus.OK)
                .addObject(Page.KEPT, true);
    }

    @PostMapping("/activities/{id}")
    ModelAndView change(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        OccasionEntry entry = chosen(actor, id, sent);
        int version = version(sent);
        return switch (activities.change(actor, id, version, entry)) {
            case Outcome.Done _ -> {
                Toast.of("activity.toast.changed").after(redirect);
                yield new ModelAndView("redirect:/activities/" + id);
            }
            case Outcome.Bad bad -> page(records.form(actor), m, new Filled(entry, id, version, bad.errors(), null,
                    List.of(), List.of(), null), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Already _ -> new ModelAndView("redirect:/activities/" + id);
            case Outcome.Stale stale -> page(records.form(actor), m, new Filled(entry, id, stale.now().version(),
                    List.of(), null, List.of(), List.of(), conflict(actor, stale.now())), HttpStatus.CONFLICT);
            case Outcome.No no -> page(records.form(actor), m, new Filled(entry, id, version,
                    List.of(new FieldError("form", no.key(), no.numbers())), null, List.of(), List.of(), null),
                    HttpStatus.CONFLICT);
            case Outcome.Absent _,Outcome.PerhapsSame _ -> throw absent();
        };
    }

    /** What was typed, and where both sides were shown and the other one was chosen, what is stored now: it stays as it is. */
    private OccasionEntry chosen(Actor actor, @Nullable UUID id, MultiValueMap<String, String> sent) {
        OccasionEntry typed = EntryForm.read(sent);
        Set<Matter> theirs = ConflictView.chosen(sent);
        return id == null || theirs.isEmpty()
                ? typed
                : records.find(actor, id).map(now -> Conflict.taking(typed, EntryForm.of(now), theirs)).orElse(typed);
    }

    private ConflictView conflict(Actor actor, Occasion now) {
        return new ConflictView(now, records.sheet(actor, now.id()).map(OccasionSheet::steps)
                .filter(steps -> !steps.isEmpty()).map(List::getLast).orElse(null));
    }

    /** The form with what is in it. */
    private record Filled(OccasionEntry entry, @Nullable UUID id, int version, List<FieldError> errors,
            @Nullable Preview preview, List<Occasion> same, List<EvidenceItem> files, @Nullable ConflictView theirs,
            List<String> brought, List<Taught> lessons) {

        Filled(OccasionEntry entry, List<Taught> lessons) {
            this(entry, null, 0, List.of(), null, List.of(), List.of(), null, List.of(), lessons);
        }

        Filled(Brought brought, UUID id, int version) {
            this(brought.entry(), id, version, List.of(), null, List.of(), List.of(), null, brought.names(),
                    List.of());
        }

        Filled(OccasionEntry entry, @Nullable UUID id, int version, List<FieldError> errors,
                @Nullable Preview preview, List<Occasion> same, List<EvidenceItem> files,
                @Nullable ConflictView theirs) {
            this(entry, id, version, errors, preview, same, files, theirs, List.of(), List.of());
        }
    }

    private ModelAndView page(FormGround form, Messages m, Filled filled, HttpStatus status) {
        return page(form, m, filled, List.of(), status);
    }

    private ModelAndView page(FormGround form, Messages m, Filled filled, List<Caution> cautions, HttpStatus status) {
        Ground ground = form.ground();
        LocalDate day = Typed.date(filled.entry().date(), ground.today()).orElse(ground.today());
        Optional<UUID> community = side(filled.entry(), form).flatMap(school -> ground.membership(school.id(), day))
                .map(membership -> membership.community());
        UUID own = community.orElse(new UUID(0, 0));
        RecordView view = new RecordView(filled.entry(), filled.id(), filled.version(), day, form.sides(), form.own(),
                ground.groups(own, day), ground.schoolsOf(own, day), kinds(ground, day, filled.entry()),
                filled.errors(), filled.preview(), cautions,
                filled.same(), form.latest(), filled.files(), filled.theirs(),
                community.map(found -> records.shortfalls(form, found, day)).orElse(Map.of()), filled.brought(),
                filled.lessons(), new Say(m, ground));
        ModelAndView page = new ModelAndView(FORM, Map.of("view", view));
        page.setStatus(status);
        return page;
    }

    /** The kinds of that day; one that is no longer used stays where the entry has it. */
    private static List<ActivityKind> kinds(Ground ground, LocalDate day, OccasionEntry entry) {
        return ground.kinds().all().stream().filter(kind -> ActivityKinds.holds(kind, day) || entry.ticked(kind.code())
                || kind.code().equals(entry.mainKind())).toList();
    }

    private static Optional<School> side(OccasionEntry entry, FormGround form) {
        return form.sides().stream().filter(school -> school.id().toString().equals(entry.school())).findFirst();
    }

    private static @Nullable UUID changed(MultiValueMap<String, String> sent) {
        try {
            String id = sent.getFirst("id");
            return id == null || id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static int version(MultiValueMap<String, String> sent) {
        return Typed.whole(Objects.requireNonNullElse(sent.getFirst("version"), "")).orElse(0);
    }

    static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
