package org.jiaogongti.platform.attendance.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.attendance.RollSheet.Place;
import org.jiaogongti.platform.attendance.RollSheet.SchoolPart;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Table;

/** 签到表: names and schools, room for a signature, and empty lines for whoever else comes. */
record PaperSheet(RollView view) {

    private static final int EMPTY_LINES = 8;

    OfficialDocument document() {
        Messages m = view.words().m();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(m.t("attendance.sheet.what", view.gathering().title(),
                view.words().when(view.gathering()), view.gathering().where())));
        List<List<String>> rows = new ArrayList<>();
        for (SchoolPart part : view.sheet().schools()) {
            for (Place place : part.places()) {
                String note = place.signed() ? m.t("attendance.sheet.signed") : "";
                rows.add(List.of(String.valueOf(rows.size() + 1), part.name(), place.name(), "", note));
            }
        }
        for (int line = 0; line < EMPTY_LINES; line++) {
            rows.add(List.of(String.valueOf(rows.size() + 1), "", "", "", ""));
        }
        blocks.add(new Table(List.of(2, 5, 4, 6, 4), List.of(m.t("attendance.sheet.number"),
                m.t("attendance.sheet.school"), m.t("attendance.sheet.name"), m.t("attendance.sheet.signature"),
                m.t("attendance.sheet.note")), rows));
        blocks.add(new Paragraph(m.t("attendance.sheet.how")));
        return new OfficialDocument(m.t("attendance.sheet.file", view.gathering().date().toString()), null,
                m.t("attendance.sheet.title"), blocks);
    }
}
