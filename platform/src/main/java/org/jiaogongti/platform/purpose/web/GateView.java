package org.jiaogongti.platform.purpose.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate holds: answers, looks and clocks. */
public final class GateView {

    private GateView() {}

    /**
     * Answers in numbers.
     *
     * @param enters whether the reader's school enters them
     */
    public record Consents(List<Asked> asked, boolean enters, List<Row> rows) {}

    /** A purpose that asks for consent and may be handed out. */
    public record Asked(String id, String title, String version) {}

    /** One purpose at one school. */
    public record Row(String purpose, String school, int given, int refused, int withdrawn) {}

    /** The log; {@code older} leads to what was before. */
    public record Views(List<Look> looks, @Nullable String first, @Nullable String older) {}

    /** One look. */
    public record Look(String at, String who, String purpose, String kind, int pupils, String why, long line) {}

    /** Clocks by purpose, and certificates. */
    public record Clocks(List<Clock> clocks, boolean any, List<Paper> papers, @Nullable String first,
            @Nullable String older) {}

    /** One purpose's clocks. */
    public record Clock(String id, String title, String keeping, int waiting, int running, int over, int month,
            int quarter) {}

    /** One certificate. */
    public record Paper(long line, String what, String why, String places, String hash) {}
}
