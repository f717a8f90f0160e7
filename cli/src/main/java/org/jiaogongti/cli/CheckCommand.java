package org.jiaogongti.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiaogongti.charter.reading.CharterCheck;
import org.jiaogongti.charter.reading.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jgt charter check}: what is wrong with a charter file, where, and how to mend it. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "检查章程文件或后来的规定：引文与原文逐字核对，读法、时段、例外是否自相矛盾。",
        "Checks charter files and later law: quotes to the character, readings, windows, exceptions."}, parameterListHeading = "%n", optionListHeading = "", footerHeading = "%n", footer = {
                "每个问题两行：文件:行:列: 错在哪里，下一行怎么改。提醒不算错。",
                "Two lines each: file:line:column: what is wrong, then the remedy. Warnings are no errors.", "",
                "例 Example:  ./jgt charter check charters/fenghua-2019/charter.yaml",
                "退出码 Exit code: 0 没有错误 no errors · 2 有错误 errors"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "文件", description = {"charter.yaml、放着它的目录，或 overlays 里的文件",
            "a charter.yaml, its directory, or an overlay file"})
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int errors = 0;
        int warnings = 0;
        for (Path file : files) {
            for (Finding finding : CharterCheck.check(file)) {
                err.println(finding.isError() ? finding : "提醒 · " + finding);
                if (finding.isError()) {
                    errors++;
                } else {
                    warnings++;
                }
            }
        }
        if (errors > 0) {
            err.println(errors + " 个错误，请按上面的办法改好再用。");
            return Jgt.WRONG_INPUT;
        }
        out.println("没有错误" + (warnings == 0 ? "。" : "，有 " + warnings + " 处提醒。"));
        return 0;
    }
}
