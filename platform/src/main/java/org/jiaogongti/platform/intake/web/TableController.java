package org.jiaogongti.platform.intake.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.IntakeResult;
import org.jiaogongti.platform.intake.Intakes;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 表格进出: the tables that can be filled from a spreadsheet, their templates, and what they hold. */
@Controller
class TableController {

    private final Intakes intakes;

    TableController(Intakes intakes) {
        this.intakes = intakes;
    }

    @GetMapping("/tables")
    ModelAndView list(Actor actor) {
        return page(actor, "", "", HttpStatus.OK);
    }

    /** Headings only, for the spreadsheet. */
    @GetMapping("/tables/{kind}/template.{format:xlsx|csv}")
    ResponseEntity<byte[]> template(Actor actor, Messages m, @PathVariable String kind, @PathVariable String format) {
        return table(kind(actor, kind), List.of(), m).download(format);
    }

    /** What the table holds, in the shape in which it can be read again. */
    @GetMapping("/tables/{kind}/rows.{format:xlsx|csv}")
    ResponseEntity<byte[]> rows(Actor actor, Messages m, @PathVariable String kind, @PathVariable String format) {
        SheetKind table = kind(actor, kind);
        List<Column> columns = table.columns();
        List<List<String>> rows = intakes.rows(table).stream().map(row -> columns.stream()
                .map(column -> UploadView.shown(column, row.get(column.code()))).toList()).toList();
        return table(table, rows, m).download(format);
    }

    /** A file, or rows pasted from a spreadsheet. */
    @PostMapping("/tables/{kind}/uploads")
    ModelAndView upload(Actor actor, Messages m, @PathVariable String kind,
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "rows", defaultValue = "") String rows) throws IOException {
        boolean sent = file != null && !file.isEmpty();
        String name = sent ? name(file) : m.t("intake.pasted");
        try (InputStream content = sent
                ? file.getInputStream()
                : new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))) {
            return switch (intakes.receive(actor, kind, name, content)) {
                case IntakeResult.Done done -> new ModelAndView("redirect:/uploads/" + done.upload());
                case IntakeResult.Refused no -> page(actor, name + ": " + UploadView.say(no.problem(), m),
                        kind, HttpStatus.UNPROCESSABLE_CONTENT);
                case IntakeResult.Absent _ -> throw new Absent("table", kind);
            };
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String plain = name == null ? "" : name.replaceAll("[\\p{Cc}\\p{Cf}]|.*[/\\\\]", "").strip();
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    private ModelAndView page(Actor actor, String problem, String sent, HttpStatus status) {
        ModelAndView page = new ModelAndView("intake/tables", Map.of("view", TablesView.of(intakes.states(actor),
                intakes.latest(actor), BusinessClock.ZONE, problem, sent)));
        page.setStatus(status);
        return page;
    }

    private SheetKind kind(Actor actor, String code) {
        return intakes.kind(actor, code).orElseThrow(() -> new Absent("table", code));
    }

    private static TableFile table(SheetKind kind, List<List<String>> rows, Messages m) {
        return new TableFile(m.t("intake.kind." + kind.code()), kind.columns().stream().map(Column::heading).toList(),
                rows);
    }
}
