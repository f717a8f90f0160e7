package org.jiaogongti.cli.measure;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jiaogongti.cli.Json;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.Refused;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every measuring command takes: the data and the format; and how it answers. */
final class MeasureOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DATA.csv", description = {"数据：首行是列名，留空是缺失，UTF-8",
            "the data: a header row, empty = missing, UTF-8"})
    private Path data = Path.of("");

    @Option(names = "--format", paramLabel = "json", defaultValue = "json", description = {"输出格式，只有 json",
            "output: json"})
    private String format = "";

    /** The file of data as a table. */
    Csv data() {
        if (!format.equals("json")) {
            throw new Refusal("--format “" + format + "”在这里没有；可用：json");
        }
        return Csv.read(data);
    }

    /** A file that was named beside the data. */
    Path dataFile() {
        return data;
    }

    /**
     * Prints what the work comes to, or, if the library refuses, what is wrong with the file.
     *
     * @param csv  the file whose columns and rows the work names when it refuses
     * @param work an object to print as JSON: maps, lists, arrays of doubles, numbers, strings; null = not estimable
     */
    Integer answer(Csv csv, Supplier<Map<String, ?>> work) {
        try {
            String text = Json.of(work.get());
            spec.commandLine().getOut().print(text);
            return 0;
        } catch (Refused refused) {
            throw csv.refusal(refused);
        }
    }

    /** A line for people beside the result: progress, a warning. */
    void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
