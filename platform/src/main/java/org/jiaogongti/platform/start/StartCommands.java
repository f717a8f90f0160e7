package org.jiaogongti.platform.start;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.archive.ArchiveRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands that need the application or its data. */
@Command(name = "jgt", mixinStandardHelpOptions = true, version = "jgt", description = {
        "教育教学共同体平台。 · The platform of the education communities."}, synopsisSubcommandLabel = "COMMAND")
public final class StartCommands implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private StartCommands() {}

    /** Runs one command to its end and returns the exit code. */
    public static int execute(Class<?> application, String... args) {
        CommandLine line = new CommandLine(new StartCommands());
        line.addSubcommand(new DemoCommand(application));
        line.addSubcommand(new ServeCommand(application));
        line.addSubcommand(new JournalCommand());
        line.addSubcommand(new SealCommand());
        line.addSubcommand(new DistrictCommand());
        line.addSubcommand(new AdministratorCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println(Failure.explain(exception));
            return refused(exception) ? 2 : 1;
        });
        return line.execute(args);
    }

    private static boolean refused(Exception exception) {
        return exception instanceof StartRefused
                || (exception instanceof ArchiveRefused archive && !archive.isDamaged());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "缺少命令：demo 或 serve。 · A command is missing: demo or serve.");
    }
}
