package org.jiaogongti.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.cli.measure.MeasureCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line over the pure libraries. Writes UTF-8 with single line feeds whatever the locale says. */
@Command(name = "jgt", mixinStandardHelpOptions = true, description = "教共体的命令行。 · The command line of Jiaogongti.")
public final class Jgt implements Runnable {

    /** Something was wrong with what was asked for: options, files, a charter. */
    static final int WRONG_INPUT = 2;

    private static final List<Subcommands.Entry> COMMANDS = List.of(
            new Subcommands.Entry("charter", CharterCommand::new),
            new Subcommands.Entry("appraise", AppraiseCommand::new),
            new Subcommands.Entry("measure", MeasureCommand::new),
            new Subcommands.Entry("verify", VerifyCommand::new));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Jgt() {}

    public static void main(String[] args) {
        // Terminals differ, files do not: what is written is UTF-8.
        System.setProperty("line.separator", "\n");
        PrintWriter out = writer(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** One command, for main and for the tests. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Jgt());
        Subcommands.add(line, COMMANDS, args, 0);
        CommandLine measure = line.getSubcommands().get("measure");
        if (measure != null) {
            Subcommands.add(measure, MeasureCommand.COMMANDS, args, 1);
        }
        return line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100).setParameterExceptionHandler(Jgt::wrongInput)
                .setExecutionExceptionHandler(Jgt::refused).execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令 · a command is missing");
    }

    private static int wrongInput(ParameterException exception, String[] args) {
        PrintWriter err = exception.getCommandLine().getErr();
        err.println(switch (exception) {
            case UnmatchedArgumentException unmatched -> "不认识 · unknown: " + String.join(" ", unmatched.getUnmatched());
            case MissingParameterException missing -> "缺少 · missing: " + missing.getMissing().stream()
                    .map(Jgt::name).collect(Collectors.joining(", "));
            default -> exception.getMessage();
        });
        err.println("用法见 · usage: ./" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return WRONG_INPUT;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static int refused(Exception exception, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (exception instanceof Refusal refusal) {
            command.getErr().println(refusal.getMessage());
            return WRONG_INPUT;
        }
        throw exception;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
