package org.jiaogongti.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.explaining.Explaining;
import org.jiaogongti.charter.explaining.Explanation;
import org.jiaogongti.charter.explaining.Names;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jgt charter evaluate}: what the records of a directory come to. Prints everything or nothing. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "由台账算出每项责任的进度。台账有错时什么都不算，每个错误一行：文件:行: 错在哪里；怎么改。",
        "What the records come to, duty by duty. Records with errors give no result, but one line per error."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt charter evaluate --facts cli/src/sample --as-of 2020-11-20",
                "  ./jgt charter evaluate --facts cli/src/sample --as-of 2020-11-20 --format csv > 进度.csv",
                "  ./jgt charter evaluate --facts cli/src/sample --as-of 2020-11-20 --overlay moe-exams-2021",
                "  ./jgt charter evaluate --facts cli/src/sample --as-of 2020-11-20 \\",
                "      --explain Q21/岳林小学/-/2020-2021-1", "",
                "状态 Status: met 已完成 · open 进行中 · missed 未完成 · not-yet 未开始 · optional 可办可不办 · waived 免办 · "
                        + "suspended 暂停",
                "退出码 Exit code: 0 算出来了 computed · 2 选项、台账或章程有错 something is wrong with the input"})
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Option(names = "--format", paramLabel = "csv|json|text", defaultValue = "text", description = {
            "输出格式，默认 ${DEFAULT-VALUE}：text 给人看，csv 和 json 给程序",
            "output, default ${DEFAULT-VALUE}: text for people, csv and json for programs"})
    private Format format = Format.TEXT;

    @Option(names = "--explain", paramLabel = "责任/责任方/对方/时段", description = {
            "只说明这一项：算了哪些、没算哪些、为什么，直到原文。没有对方的写 -",
            "explain one instance down to the notice's words: DUTY/BEARER/COUNTERPART/PERIOD, - for no counterpart"})
    private @Nullable String explain;

    @Option(names = "--reading", paramLabel = "名=读法", description = {"换一种读法，如 节数怎么合计=每所成员校；可写多次",
            "read an open point in another way; may be repeated"})
    private Map<String, String> readings = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LocalDate day = options.day();
        InstanceKey explained = explain == null
                ? null
                : InstanceAddress.parse(explain).orElseThrow(
                        () -> new Refusal("--explain “" + explain + "”不是 责任/责任方/对方/时段；例如 Q21/岳林小学/-/2020-2021-1"));
        Case read = Case.read(options, CaseOptions.read(options.charter(), readings), err::println);
        if (read == null) {
            return Jgt.WRONG_INPUT;
        }
        String text = explained == null ? evaluation(read, day) : explanation(read, day, explained);
        read.printNotes(err::println);
        spec.commandLine().getOut().print(text);
        return 0;
    }

    private String evaluation(Case read, LocalDate day) {
        Evaluation evaluation = Evaluation.of(read.counting(), read.facts().facts(), read.facts().waivers(), day);
        evaluation.pointlessWaivers().forEach(read.facts()::notePointless);
        return format.write(read.charter(), evaluation);
    }

    private String explanation(Case read, LocalDate day, InstanceKey key) {
        Explanation explanation = new Explaining(read.counting(), Names.AS_THEY_ARE)
                .explain(key, read.facts().facts(), read.facts().waivers(), day)
                .orElseThrow(() -> new Refusal("--explain “" + explain + "”：" + day
                        + " 没有这一项；不带 --explain 运行一次，从结果里抄一行"));
        return ExplainText.of(explanation, format);
    }
}
