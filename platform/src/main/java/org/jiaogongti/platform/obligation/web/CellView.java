package org.jiaogongti.platform.obligation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One duty of one community over a span: the instances behind a cell of the board. */
public record CellView(String duty, String name, Mark mark, String figure, String subtitle, String boardHref,
        DutyView.Quote quote, DutyView.@Nullable LawBox law, List<Row> rows, String empty, String recordHref) {

    /** One instance. */
    public record Row(Mark mark, String who, String whom, String period, String figure, int done, String by,
            String href) {}
}
