package org.jiaogongti.cli.measure;

import java.util.List;
import org.jiaogongti.cli.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jgt measure …}: figures about tests and results from CSV files, as JSON. */
@Command(name = "measure", mixinStandardHelpOptions = true, description = {
        "由得分表算出试题、测验和学校的各项指标，输出 JSON。", "Figures about items, tests and schools from a CSV file, as JSON."})
public final class MeasureCommand implements Runnable {

    /** The subcommands, for {@link Subcommands#add}. */
    public static final List<Subcommands.Entry> COMMANDS = List.of(
            new Subcommands.Entry("classical", ClassicalCommand::new), new Subcommands.Entry("irt", IrtCommand::new),
            new Subcommands.Entry("rasch-cml", RaschCommand::new), new Subcommands.Entry("dif", DifCommand::new),
            new Subcommands.Entry("link", LinkCommand::new), new Subcommands.Entry("equate", EquateCommand::new),
            new Subcommands.Entry("cdm", DiagnosisCommand::new), new Subcommands.Entry("mixed", MixedCommand::new));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令 · a command is missing");
    }
}
