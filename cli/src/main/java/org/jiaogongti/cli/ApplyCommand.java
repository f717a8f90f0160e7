package org.jiaogongti.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.CharterText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jgt charter apply}: the whole charter that a difference makes. */
@Command(name = "apply", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "把一份修订加到章程上，打印整份章程；原来的字和注释一个不动，改动都从修订的“自”那天起。",
        "Prints the whole charter that a difference makes; what was written before stays."}, parameterListHeading = "%n", optionListHeading = "%n", footerHeading = "%n", footer = {
                "例 Example:  ./jgt charter apply 修订.yaml > 第二轮/charter.yaml",
                "退出码 Exit code: 0 打印了 printed · 2 修订有错 the difference has errors"})
final class ApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--charter", paramLabel = "章程", defaultValue = "fenghua-2019", description = {
            "加到哪一部章程上：自带章程的名称，或放着 charter.yaml 的目录；默认 ${DEFAULT-VALUE}",
            "the charter it changes: a bundled one, or a directory; default ${DEFAULT-VALUE}"})
    private String charter = "";

    @Parameters(index = "0", paramLabel = "修订", description = {"一份修订", "a difference file"})
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Charter before = Bundled.charter(charter);
        CharterText text = Bundled.charterText(charter);
        spec.commandLine().getOut().print(text.with(Bundled.difference(file, text),
                before.rounds().getFirst().days().first()).charter());
        return 0;
    }
}
