package org.jiaogongti.cli.measure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jgt measure …}: figures about tests and results from CSV files, as JSON. */
@Command(name = "measure", mixinStandardHelpOptions = true, subcommands = {ClassicalCommand.class, IrtCommand.class,
        RaschCommand.class, DifCommand.class, LinkCommand.class, EquateCommand.class, DiagnosisCommand.class,
        MixedCommand.class}, description = {
                "由得分表算出试题、测验和学校的各项指标，输出 JSON。", "Figures about items, tests and schools from a CSV file, as JSON."})
public final class MeasureCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令 · a command is missing");
    }
}
