package org.jiaogongti.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
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
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.whatif.AimTrial;
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

    @Option(names = "--outcome", paramLabel = "目标=数±标准误", description = {
            "修订改了目标时，拿这个数来试，如 G5=3±3.5；按全部记录数出来的写 ±0；可写多次",
            "a value to try the changed targets of a goal on, with its standard error; may be repeated"})
    private Map<String, String> outcomes = new LinkedHashMap<>();

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
        if (!outcomes.isEmpty() && difference == null) {
            throw new Refusal("--outcome 和 --difference 一起用：拿一个数试修订里的目标");
        }
        if (format == Format.CSV) {
            throw new Refusal("--format csv 在这里没有；可用：json、text");
        }
        Charter now = options.charter();
        Difference changed = difference == null ? null : Bundled.difference(difference, options.text());
        Charter revised = changed == null ? now : changed.always(now);
        List<Tried> aims = changed == null ? List.of() : aims(changed, now);
        Charter then = otherNumbers(CaseOptions.read(revised, readings));
        Case read = Case.read(options, now, err::println);
        if (read == null) {
            return Jgt.WRONG_INPUT;
        }
        Comparison comparison = WhatIf.compare(read.facts().world(), now, then, read.facts().facts(),
                read.facts().waivers(), day, Load.ASSUMED);
        read.printNotes(err::println);
        spec.commandLine().getOut().print(format == Format.JSON ? json(comparison, aims) : text(comparison, aims, day));
        return 0;
    }

    /** A target that comes out otherwise, with what was given of its goal. */
    private record Tried(AimTrial aim, @Nullable Measured value) {

        String which() {
            return aim.year() == null ? "轮末" : aim.year() + " 年";
        }

        String words(@Nullable Target target) {
            if (target == null) {
                return "不是目标";
            }
            String words = Wording.of(target, aim.goal().indicator().unit());
            return value == null ? words : words + "(" + verdict(Attainment.of(value, target)) + ")";
        }

        private static String verdict(Attainment attainment) {
            Double probability = attainment.probability();
            String sure = probability == null || probability == 0 || probability == 1
                    ? ""
                    : "，可能 " + Math.round(probability * 100) + "%";
            return switch (attainment.verdict()) {
                case REACHED -> "达到" + sure;
                case NOT_REACHED -> "没有达到" + sure;
                case CANNOT_TELL -> "还说不准" + sure;
                case NO_VALUE -> "没有数值";
            };
        }
    }

    private List<Tried> aims(Difference changed, Charter now) {
        Charter after = Charters.of("章程", options.text().with(changed, now.rounds().getFirst().days().first()));
        Map<String, Measured> values = new LinkedHashMap<>();
        outcomes.forEach((goal, value) -> {
            if (after.goal(goal).isEmpty()) {
                throw new Refusal("--outcome “" + goal + "”不是章程里的目标；"
                        + Words.offer(goal, after.goals().stream().map(Goal::id).toList()));
            }
            values.put(goal, measured(goal, value));
        });
        return AimTrial.of(now, after, changed).stream().map(aim -> new Tried(aim, values.get(aim.goal().id())))
                .toList();
    }

    private static Measured measured(String goal, String typed) {
        String[] parts = typed.replace('\u2212', '-').split("±", 2);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches(i == 0 ? "-?[0-9]{1,6}(\\.[0-9]{1,6})?" : "[0-9]{1,6}(\\.[0-9]{1,6})?")) {
                throw new Refusal("--outcome " + goal + "=" + typed + ":请写数和标准误，如 G5=3±3.5；按全部记录数出来的写 ±0");
            }
        }
        return new Measured(new BigDecimal(parts[0]), parts.length == 2 ? new BigDecimal(parts[1]) : null, null);
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

    private String text(Comparison comparison, List<Tried> aims, LocalDate day) {
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
        text.append("\n教师工时：").append(comparison.hours()).append(" 小时\n").append(comparison.load().note())
                .append('\n');
        if (!aims.isEmpty()) {
            text.append("\n会变的目标：").append(aims.size()).append(" 个\n");
            Columns changed = new Columns();
            aims.forEach(each -> changed.row(each.aim().goal().id(), each.aim().goal().name(), each.which(),
                    "现在 " + each.words(each.aim().now()), "假如 " + each.words(each.aim().then())));
            changed.appendTo(text, "  ");
        }
        return text.toString();
    }

    private static String words(@Nullable Progress progress) {
        return progress == null
                ? "没有这一项"
                : progress.counted() + "/" + progress.target() + " " + Wording.of(progress.status());
    }

    private static String json(Comparison comparison, List<Tried> aims) {
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
        if (!aims.isEmpty()) {
            document.put("goals", aims.stream().map(each -> {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("goal", each.aim().goal().id());
                object.put("when", each.which());
                object.put("now", each.words(each.aim().now()));
                object.put("then", each.words(each.aim().then()));
                return object;
            }).toList());
        }
        return Json.of(document);
    }
}
