package org.jiaogongti.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Adds to a command the one subcommand that a line names, or all of them where it names none (help, a typing error).
 * picocli reads the options of every command it is given by reflection, which is half of the time of a short command.
 */
public final class Subcommands {

    private Subcommands() {}

    /** A subcommand that is made when it is wanted. */
    public record Entry(String name, Supplier<?> command) {}

    /**
     * @param place where in the arguments the subcommand's name stands
     */
    public static void add(CommandLine parent, List<Entry> entries, String[] arguments, int place) {
        String word = place < arguments.length ? arguments[place] : "";
        boolean named = entries.stream().anyMatch(entry -> entry.name().equals(word));
        for (Entry entry : entries) {
            if (!named || entry.name().equals(word)) {
                parent.addSubcommand(entry.name(), entry.command().get());
            }
        }
    }
}
