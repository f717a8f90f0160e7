package org.jiaogongti.platform.start;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jgt journal}. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = {
        "操作日志。 · The journal of who did what."}, subcommands = JournalVerifyCommand.class, synopsisSubcommandLabel = "COMMAND")
final class JournalCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "缺少命令：verify。 · A command is missing: verify.");
    }
}
