package org.jiaogongti.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jgt charter}. */
@Command(name = "charter", mixinStandardHelpOptions = true, sortOptions = false, subcommands = {EvaluateCommand.class,
        WhatIfCommand.class,
        DiffCommand.class, ApplyCommand.class, CheckCommand.class, ListCommand.class}, description = {
                "章程：通知里的责任、它们的读法，以及由台账算出的进度。",
                "Charters: the duties of a notice, how they are read, and what the records come to."}, commandListHeading = "%n命令 Commands:%n", optionListHeading = "%n")
final class CharterCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "缺少命令：evaluate、what-if、diff、apply、check 或 list · a command is missing: evaluate, what-if, diff, apply, "
                        + "check or list");
    }
}
