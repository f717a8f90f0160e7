package org.jiaogongti.platform.intake;

import java.util.List;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A row of an upload.
 *
 * @param number as the spreadsheet counts it
 * @param cells as they stand in the file, one for each heading
 * @param row canonical, or null where a cell could not be read
 * @param before what the table held when the row went in, or null
 */
public record UploadLine(int number, List<String> cells, @Nullable SheetRow row, Verdict verdict,
        List<Problem> problems, @Nullable SheetRow before) {

    public UploadLine {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
