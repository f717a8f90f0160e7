package org.jiaogongti.platform.filing.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.filing.PlanText;
import org.jiaogongti.platform.filing.PlanVersion;
import org.jiaogongti.platform.filing.model.Changes;
import org.jiaogongti.platform.filing.model.Changes.Fate;
import org.jiaogongti.platform.filing.model.Changes.Run;
import org.jspecify.annotations.Nullable;

/**
 * A text beside the one before it, heading by heading.
 *
 * @param before null where there is none
 */
public record TextView(PlanVersion now, @Nullable PlanVersion before, List<Section> sections) {

    /** Keys of the headings, in the order of the form. */
    public static final List<String> HEADINGS = List.of("timePlace", "theme", "agenda", "attendees");

    public TextView {
        sections = List.copyOf(sections);
    }

    /**
     * What stands under one heading.
     *
     * @param paragraphs runs of the text with what changed, paragraph by paragraph
     */
    public record Section(String heading, String before, String now, List<List<Run>> paragraphs) {}

    public static TextView of(PlanVersion now, @Nullable PlanVersion before) {
        List<Section> sections = new ArrayList<>();
        List<String> texts = parts(now.text());
        List<String> olds = before == null ? texts : parts(before.text());
        for (int at = 0; at < HEADINGS.size(); at++) {
            if (!texts.get(at).isEmpty() || !olds.get(at).isEmpty()) {
                sections.add(new Section(HEADINGS.get(at), olds.get(at), texts.get(at),
                        paragraphs(Changes.between(olds.get(at), texts.get(at)))));
            }
        }
        return new TextView(now, before, sections);
    }

    private static List<String> parts(PlanText text) {
        return List.of(text.timePlace(), text.theme(), text.agenda(), text.people());
    }

    private static List<List<Run>> paragraphs(List<Run> runs) {
        List<List<Run>> paragraphs = new ArrayList<>();
        List<Run> paragraph = new ArrayList<>();
        for (Run run : runs) {
            String[] lines = run.text().split("\n", -1);
            for (int at = 0; at < lines.length; at++) {
                if (at > 0) {
                    paragraphs.add(paragraph);
                    paragraph = new ArrayList<>();
                }
                if (!lines[at].isEmpty()) {
                    paragraph.add(new Run(run.fate(), lines[at]));
                }
            }
        }
        paragraphs.add(paragraph);
        return paragraphs.stream().filter(each -> !each.isEmpty()).toList();
    }

    public static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    public long added() {
        return count(Fate.ADDED);
    }

    public long removed() {
        return count(Fate.REMOVED);
    }

    private long count(Fate fate) {
        return sections.stream().flatMap(section -> section.paragraphs().stream())
                .mapToLong(paragraph -> Changes.count(paragraph, fate)).sum();
    }
}
