package org.jiaogongti.platform.obligation.web;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jspecify.annotations.Nullable;

/** The pages of a change of the charter. */
public final class AmendmentView {

    private AmendmentView() {}

    /** All changes, newest first. */
    public record All(List<Line> lines, boolean mayPropose) {}

    /**
     * One change.
     *
     * @param mark done once it holds, going while it waits
     * @param ended how it ended, empty while it waits
     */
    public record Line(String href, Mark mark, String what, String from, String basis, String proposed, String ended) {}

    /** The form, and what the change would do once enough is filled in. */
    public record Form(List<Option> what, Map<String, String> values, Map<String, String> problems, String refused,
            String earliest, @Nullable Outcome outcome) {

        public String value(String name) {
            return values.getOrDefault(name, "");
        }

        public @Nullable String wrong(String name) {
            return problems.get(name);
        }
    }

    /**
     * What a change does.
     *
     * @param counted how many instances are counted again
     * @param rows those that come out otherwise
     */
    public record Outcome(int counted, List<Row> rows, String told) {}

    /** One instance before and after; a figure is empty where nothing is owed. */
    public record Row(String duty, String bearer, String counterpart, String period, Mark before, String figure,
            Mark after, String figureAfter, String href) {}

    /**
     * One change with all it does.
     *
     * @param outcome null once it has ended
     * @param refused why it cannot hold any more, empty where it can
     */
    public record One(String id, Line line, @Nullable Outcome outcome, String refused, boolean mayConfirm,
            boolean mayRefuse, boolean mayWithdraw) {}
}
