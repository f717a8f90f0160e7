package org.jiaogongti.cli;

import java.util.concurrent.Callable;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jgt charter list}: what there is to evaluate with. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "列出自带的章程、后来的规定，以及一部章程的责任和读法。",
        "Lists bundled charters and later law, and a charter's duties and readings."}, optionListHeading = "%n")
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--charter", paramLabel = "章程", defaultValue = "fenghua-2019", description = {
            "列哪一部章程的责任和读法，默认 ${DEFAULT-VALUE}", "whose duties and readings, default ${DEFAULT-VALUE}"})
    private String name = "";

    @Override
    public Integer call() {
        Charter charter = Bundled.charter(name);
        StringBuilder text = new StringBuilder("章程 Charters\n");
        Columns charters = new Columns();
        Bundled.CHARTERS.forEach(id -> charters.row(id, Bundled.charter(id).title()));
        charters.appendTo(text, "  ");
        text.append("\n后来的规定 Later law (--overlay)\n");
        Columns overlays = new Columns();
        for (String id : Bundled.OVERLAYS) {
            Overlay overlay = Bundled.overlay(id);
            overlays.row(id, "自 " + overlay.from(), overlay.law());
        }
        overlays.appendTo(text, "  ");
        text.append("\n责任 Duties of ").append(charter.id()).append("（* 表示等后续功能的台账，现在不计 · * waits for records）\n");
        Columns duties = new Columns();
        for (Obligation duty : charter.obligations()) {
            duties.row(duty.id() + (duty.counts() ? "" : "*"), duty.head().quote().clause().toString(),
                    duty.head().name());
        }
        duties.appendTo(text, "  ");
        text.append("\n读法 Readings (--reading 名=读法)\n");
        for (Reading reading : charter.readings()) {
            String current = reading.choices().getLast().alternative();
            text.append("  ").append(reading.name()).append(":").append(reading.question()).append('\n');
            Columns alternatives = new Columns();
            reading.alternatives().forEach((alternative, meaning) -> alternatives
                    .row((alternative.equals(current) ? "● " : "○ ") + alternative, meaning));
            alternatives.appendTo(text, "    ");
        }
        spec.commandLine().getOut().print(text);
        return 0;
    }
}
