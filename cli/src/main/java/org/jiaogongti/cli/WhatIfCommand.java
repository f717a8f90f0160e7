package org.jiaogongti.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Quantity;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.explaining.Wording;
import org.jiaogongti.charter.whatif.Load;
import org.jiaogongti.charter.whatif.WhatIf;
import org.jiaogongti.charter.whatif.WhatIf.Change;
import org.jiaogongti.charter.whatif.WhatIf.Comparison;
import org.jiaogongti.cli.facts.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jgt charter what-if}: the same records under other numbers and readings. */
@Command(name = "what-if", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "同样的台账，换一个数或一种读法：哪些项会变，谁会完不成，还要多办多少，要多少教师工时。",
        "The same records under another number or reading: what changes, who would fail, how much more work."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt charter what-if --facts cli/src/sample --as-of 2020-11-20 --number Q21=20",
                "  ./jgt charter what-if --facts cli/src/sample --as-of 2020-11-20 \\",
                "      --reading 节数怎么合计=每所成员校"})
final class WhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Option(names = "--number", paramLabel = "责任=数", description = {"把一项责任的数改成别的，如 Q21=20；可写多次",
            "give a duty another number, such as Q21=20; may be repeated"})
    private Map<String, Integer> numbers = new LinkedHashMap<>();

    @Option(names = "--reading", paramLabel = "名=读法", description = {"换一种读法，如 节数怎么合计=每所成员校；可写多次",
            "read an open point in another way; may be repeated"})
    private Map<String, String> readings = new LinkedHashMap<>();

    @Option(names = "--difference", paramLabel = "修订", description = {
            "换成加上这份修订的章程，像它一直有效那样；例如拿第一轮的台账试第二轮的章程",
            "as if this difference had held at all times, such as round two's charter on round one's records"})
    private @Nullable Path difference;

    @Option(names = "--format", paramLabel = "json|text", defaultValue = "text", description = {
            "输出格式，默认 ${DEFAULT-VALUE}", "output, default ${DEFAULT-VALUE}"})
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LocalDate day = options.day();
        if (numbers.isEmpty() && readings.isEmpty() && difference == null) {
            throw new Refusal("假如什么？请给出 --number（如 Q21=20）、--reading（如 节数怎么合计=每所成员校）或 --difference（一份修订）");
        }
        if (format == Format.CSV) {
            throw new Refusal("--format csv 在这里没有；可用：json、text");
        }
        Charter now = options.charter();
        Charter revised = difference == null ? now : Bundled.difference(difference, options.text()).always(now);
        Charter then = otherNumbers(CaseOptions.read(revised, readings));
        Case read = Case.read(options, now, err::println);
        if (read == null) {
            return Jgt.WRONG_INPUT;
        }
        Comparison comparison = WhatIf.compare(read.facts().world(), now, then, read.facts().facts(),
                read.facts().waivers(), day, Load.ASSUMED);
        read.printNotes(err::println);
        spec.commandLine().getOut().print(format == Format.JSON ? json(comparison) : text(comparison, day));
        return 0;
    }

    private Charter otherNumbers(Charter charter) {
        Charter changed = charter;
        List<String> duties = charter.counted().stream().map(Obligation::id).toList();
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            if (!duties.contains(number.getKey())) {
                throw new Refusal("--number “" + number.getKey() + "”不是能计数的责任；" + Words.offer(number.getKey(), duties));
            }
            if (number.getValue() < 1) {
                throw new Refusal("--number " + number.getKey() + "=" + number.getValue() + ":请给 1 或更大的整数");
            }
            changed = changed.quantity(number.getKey(), new Quantity.AtLeast(number.getValue()));
        }
        return changed;
    }

    private String text(Comparison comparison, LocalDate day) {
        List<String> changes = new ArrayList<>();
        if (difference != null) {
            changes.add("加上修订 " + difference.getFileName());
        }
        readings.forEach((name, alternative) -> changes.add("“" + name + "”读作“" + alternative + "”"));
        numbers.forEach((duty, number) -> changes.add(duty + " 改为 " + number));
        StringBuilder text = new StringBuilder("假如：").append(String.join(";", changes)).append("\n截至 ").append(day)
                .append("\n\n会变的：").append(comparison.changes().size()).append(" 项\n");
        Columns columns = new Columns();
        for (Change change : comparison.changes()) {
            InstanceKey key = change.key();
            columns.row(key.duty(), key.bearer(),
                    key.counterpart().equals(InstanceKey.NOBODY) ? "" : "→ " + key.counterpart(), key.period(),
                    "现在 " + words(change.now()), "假如 " + words(change.then()), change.fails() ? "← 会完不成" : "");
        }
        columns.appendTo(text, "  ");
        text.append("\n会完不成或差得更多：").append(comparison.failing().size()).append(" 项\n还要多办：");
        new TreeMap<>(comparison.more())
                .forEach((unit, more) -> text.append(' ').append(more).append(' ').append(unit).append(" ·"));
        text.setLength(text.length() - 2);
        return text.append("\n教师工时：").append(comparison.hours()).append(" 小时\n").append(comparison.load().note())
                .append('\n').toString();
    }

    private static String words(@Nullable Progress progress) {
        return progress == null
                ? "没有这一项"
                : progress.counted() + "/" + progress.target() + " " + Wording.of(progress.status());
    }

    private static String json(Comparison comparison) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Change change : comparison.changes()) {
            Map<String, Object> object = new LinkedHashMap<>();
            if (change.now() != null) {
                object.put("now", Format.object(change.now()));
            }
            if (change.then() != null) {
                object.put("then", Format.object(change.then()));
            }
            object.put("fails", change.fails());
            changes.add(object);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("changes", changes);
        document.put("failing", comparison.failing().size());
        document.put("more", new TreeMap<>(comparison.more()));
        document.put("hours", comparison.hours());
        document.put("assumption", comparison.load().note());
        return Json.of(document);
    }
}
