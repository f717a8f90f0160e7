package org.jiaogongti.cli;

import java.util.concurrent.Callable;
import org.jiaogongti.charter.reading.DifferenceText;
import org.jiaogongti.charter.reading.InvalidCharter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jgt charter diff}: what a charter changes from a day on, as a file. */
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "两份章程的不同，写成一份修订：自某日起改哪些数、计法和读法，各凭什么。",
        "What a charter changes from a day on against another, as a difference file."}, parameterListHeading = "%n", optionListHeading = "", footerHeading = "%n", footer = {
                "例 Example:  ./jgt charter diff fenghua-2019 第二轮/charter.yaml > 修订.yaml",
                "退出码 Exit code: 0 写出来了 written · 2 读不了，或不只差在某日起的改动 not a difference"})
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "前一份", description = {"自带章程的名称，或放着 charter.yaml 的目录",
            "a bundled charter, or a directory with a charter.yaml"})
    private String before = "";

    @Parameters(index = "1", paramLabel = "后一份", description = {"改过的章程", "the charter that was made from it"})
    private String after = "";

    @Override
    public Integer call() {
        Bundled.charter(before);
        Bundled.charter(after);
        try {
            spec.commandLine().getOut().print(DifferenceText
                    .of(DifferenceText.between(Bundled.charterText(before), Bundled.charterText(after))));
        } catch (InvalidCharter e) {
            throw new Refusal(e.getMessage() == null ? after : e.getMessage());
        }
        return 0;
    }
}
