package org.jiaogongti.platform.intake.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Consequence;
import org.jiaogongti.platform.intake.IntakeResult;
import org.jiaogongti.platform.intake.Intakes;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.Upload;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.UploadLine;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One upload: its columns, its rows with what would happen, taking them in, taking them back. */
@Controller
class UploadController {

    private static final int PAGE = 100;
    private static final String COLUMN = "column.";

    private final Intakes intakes;

    UploadController(Intakes intakes) {
        this.intakes = intakes;
    }

    @GetMapping("/uploads/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int after) {
        return page(actor, id, verdict(show), after, "");
    }

    @PostMapping("/uploads/{id}/mapping")
    String map(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        Map<String, Integer> mapping = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(COLUMN) && value.matches("[0-9]{1,3}")) {
                mapping.put(name.substring(COLUMN.length()), Integer.valueOf(value));
            }
        });
        if (intakes.map(actor, id, mapping) instanceof IntakeResult.Absent) {
            throw new Absent("upload", id);
        }
        return "redirect:/uploads/" + id;
    }

    @PostMapping("/uploads/{id}/acceptance")
    ModelAndView accept(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(actor, m, id, intakes.commit(actor, id), "intake.toast.accepted", redirect);
    }

    @PostMapping("/uploads/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Messages m, @PathVariable UUID id, RedirectAttributes redirect) {
        return after(actor, m, id, intakes.undo(actor, id), "intake.toast.withdrawn", redirect);
    }

    private ModelAndView after(Actor actor, Messages m, UUID id, IntakeResult result, String done,
            RedirectAttributes redirect) {
        return switch (result) {
            case IntakeResult.Done rows -> {
                toast(done, rows).after(redirect);
                yield new ModelAndView("redirect:/uploads/" + id);
            }
            case IntakeResult.Refused no -> {
                ModelAndView page = page(actor, id, null, 0, UploadView.say(no.problem(), m));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
            case IntakeResult.Absent _ -> throw new Absent("upload", id);
        };
    }

    private static Toast toast(String done, IntakeResult.Done rows) {
        if (rows.moved() > 0) {
            return Toast.of("intake.toast.accepted.moved", rows.rows(), rows.moved());
        }
        return rows.stayed() > 0
                ? Toast.of("intake.toast.withdrawn.some", rows.rows(), rows.stayed())
                : Toast.of(done, rows.rows());
    }

    /** The rows that stayed behind, with their reasons, to be put right and sent again. */
    @GetMapping("/uploads/{id}/returned.{format:xlsx|csv}")
    ResponseEntity<byte[]> returned(Actor actor, Messages m, @PathVariable UUID id, @PathVariable String format) {
        Upload upload = intakes.find(actor, id).orElseThrow(() -> new Absent("upload", id));
        List<String> heads = new ArrayList<>(upload.headings());
        heads.add(m.t("intake.returned.row"));
        heads.add(m.t("intake.returned.why"));
        List<List<String>> rows = new ArrayList<>();
        for (UploadLine line : intakes.lines(upload, List.of(Verdict.BAD), 0, Integer.MAX_VALUE)) {
            List<String> row = new ArrayList<>(line.cells());
            while (row.size() < upload.headings().size()) {
                row.add("");
            }
            row = new ArrayList<>(row.subList(0, upload.headings().size()));
            row.add(Integer.toString(line.number()));
            row.add(String.join("; ", line.problems().stream().map(problem -> UploadView.say(problem, m)).toList()));
            rows.add(row);
        }
        return new TableFile(m.t("intake.returned.name", m.t("intake.kind." + upload.kind())), heads, rows)
                .download(format);
    }

    private ModelAndView page(Actor actor, UUID id, @Nullable Verdict shown, int after, String problem) {
        Upload upload = intakes.find(actor, id).orElseThrow(() -> new Absent("upload", id));
        SheetKind kind = intakes.kind(actor, upload.kind()).orElseThrow(() -> new Absent("upload", id));
        List<UploadLine> lines = intakes.lines(upload, shown == null ? List.of() : List.of(shown), after, PAGE + 1);
        boolean more = lines.size() > PAGE;
        List<UploadLine> page = more ? lines.subList(0, PAGE) : lines;
        List<Consequence> moving = shown == null && after == 0 ? intakes.consequences(upload, kind) : List.of();
        return new ModelAndView("intake/upload", Map.of("view", new UploadView(upload, kind.columns(), page, shown,
                after, more ? page.getLast().number() : null, problem, moving)));
    }

    private static @Nullable Verdict verdict(String asked) {
        return UploadView.VERDICTS.stream().filter(verdict -> verdict.name().equals(asked)).findFirst().orElse(null);
    }
}
