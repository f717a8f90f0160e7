package org.jiaogongti.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.explaining.Wording;

/** How an evaluation is written. */
enum Format {
    /** One row per instance, as the acceptance cases have it. */
    CSV {
        @Override
        String write(Charter charter, Evaluation evaluation) {
            StringBuilder text = new StringBuilder("duty,bearer,counterpart,period,status,progress,target\n");
            for (Progress progress : evaluation.progress()) {
                InstanceKey key = progress.key();
                text.append(key.duty()).append(',').append(key.bearer()).append(',').append(key.counterpart())
                        .append(',').append(key.period()).append(',').append(progress.status().word()).append(',')
                        .append(progress.counted()).append(',').append(progress.target()).append('\n');
            }
            return text.toString();
        }
    },
    /** The same with each duty's name and clause. */
    JSON {
        @Override
        String write(Charter charter, Evaluation evaluation) {
            List<Map<String, Object>> instances = new ArrayList<>();
            for (Progress progress : evaluation.progress()) {
                instances.add(object(progress));
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("charter", charter.id());
            document.put("overlays", charter.overlays().stream().map(Overlay::id).toList());
            document.put("asOf", evaluation.asOf());
            document.put("duties", duties(charter));
            document.put("instances", instances);
            return Json.of(document);
        }
    },
    /** For people: by duty, with its words. */
    TEXT {
        @Override
        String write(Charter charter, Evaluation evaluation) {
            StringBuilder text = new StringBuilder();
            text.append(charter.title()).append('\n').append("截至 ").append(evaluation.asOf());
            for (Overlay overlay : charter.overlays()) {
                text.append(" · 加上后来的规定 ").append(overlay.id());
            }
            text.append('\n');
            Map<String, List<Progress>> byDuty = new LinkedHashMap<>();
            for (Progress progress : evaluation.progress()) {
                byDuty.computeIfAbsent(progress.key().duty(), _ -> new ArrayList<>()).add(progress);
            }
            byDuty.forEach((duty, rows) -> appendDuty(text, charter, duty, rows));
            Map<Status, Integer> sums = new EnumMap<>(Status.class);
            evaluation.progress().forEach(progress -> sums.merge(progress.status(), 1, Integer::sum));
            text.append("\n共 ").append(evaluation.progress().size()).append(" 项");
            sums.forEach((status, sum) -> text.append(" · ").append(Wording.of(status)).append(' ').append(sum));
            return text.append('\n').toString();
        }
    };

    abstract String write(Charter charter, Evaluation evaluation);

    private static List<Map<String, Object>> duties(Charter charter) {
        List<Map<String, Object>> duties = new ArrayList<>();
        for (Obligation.Counted duty : charter.counted()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("duty", duty.id());
            object.put("name", duty.head().name());
            object.put("clause", duty.head().quote().clause());
            object.put("quote", duty.head().quote().text());
            duties.add(object);
        }
        return duties;
    }

    static Map<String, Object> object(Progress progress) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("duty", progress.key().duty());
        object.put("bearer", progress.key().bearer());
        object.put("counterpart", progress.key().counterpart());
        object.put("period", progress.key().period());
        object.put("status", progress.status().word());
        object.put("progress", progress.counted());
        object.put("target", progress.target());
        return object;
    }

    private static void appendDuty(StringBuilder text, Charter charter, String duty, List<Progress> rows) {
        Obligation.Head head = charter.obligation(duty).orElseThrow().head();
        text.append('\n').append(duty).append(' ').append(head.name()).append("  ").append(head.quote().clause())
                .append("“").append(head.quote().text()).append("”\n");
        Columns columns = new Columns();
        for (Progress progress : rows) {
            InstanceKey key = progress.key();
            columns.row(key.bearer(), key.counterpart().equals(InstanceKey.NOBODY) ? "" : "→ " + key.counterpart(),
                    key.period(), progress.counted() + "/" + progress.target(), Wording.of(progress.status()));
        }
        columns.appendTo(text, "  ");
    }
}
