package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jiaogongti.cli.Outcome;
import org.jiaogongti.cli.Subcommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A line builds the one command it names; help and typing errors know them all. */
final class MeasureCommandTest {

    static Stream<Subcommands.Entry> commands() {
        return MeasureCommand.COMMANDS.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsFoundByItsOwnNameAndListed(Subcommands.Entry entry) {
        assertThat(new CommandLine(entry.command().get()).getCommandName()).isEqualTo(entry.name());

        Outcome help = Outcome.of("measure", entry.name(), "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("jgt measure " + entry.name());
        assertThat(Outcome.of("measure", "--help").out()).contains("  " + entry.name());
    }

    @Test
    void helpListsAllAndATypingErrorIsRefused() {
        assertThat(Outcome.of("--help").out()).contains("charter", "appraise", "measure", "verify");
        Outcome wrong = Outcome.of("measure", "clasical", "x.csv");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("clasical");
        assertThat(Outcome.of("mesure").exit()).isEqualTo(2);
        assertThat(Outcome.of().exit()).isEqualTo(2);
    }
}
