package org.jiaogongti.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Kind;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.cli.facts.Days;
import org.jiaogongti.cli.facts.FactsDirectory;
import org.jiaogongti.cli.facts.Words;
import picocli.CommandLine.Option;

/** What evaluating and asking what-if have in common: a charter, later law, readings, facts and a day. */
final class CaseOptions {

    @Option(names = "--charter", paramLabel = "章程", defaultValue = "fenghua-2019", description = {
            "自带章程的名称，或一个放着 charter.yaml 的目录；默认 ${DEFAULT-VALUE}",
            "a bundled charter, or a directory with a charter.yaml; default ${DEFAULT-VALUE}"})
    private String charter = "";

    @Option(names = "--overlay", paramLabel = "规定", description = {
            "加上一部后来的规定，如 moe-exams-2021；可写多次。不写就不加",
            "apply a later law, such as moe-exams-2021; may be repeated. None by default"})
    private List<String> overlays = new ArrayList<>();

    @Option(names = "--facts", required = true, paramLabel = "目录", description = {
            "台账目录：calendar、schools、subjects、activities、placements.csv，可有 waivers.csv",
            "the directory of the records: five CSV files, and waivers.csv where there are decisions"})
    private Path facts = Path.of("");

    @Option(names = "--as-of", required = true, paramLabel = "日期", description = {"截至这一天，如 2020-11-20",
            "the day to answer for, such as 2020-11-20"})
    private String asOf = "";

    /** The day asked for. */
    LocalDate day() {
        List<String> wrong = new ArrayList<>();
        LocalDate day = Days.read("--as-of ", asOf, wrong::add);
        if (day == null) {
            throw new Refusal(wrong.getFirst());
        }
        return day;
    }

    /** The charter with the later law asked for. */
    Charter charter() {
        Charter read = Bundled.charter(charter).withoutOverlays();
        for (String overlay : overlays) {
            read = read.with(Bundled.overlay(overlay));
        }
        return read;
    }

    /** The charter's files as they are written. */
    CharterText text() {
        return Bundled.charterText(charter);
    }

    /** The files of the charter and the later law asked for, as an archive keeps them. */
    Frozen.Rules rules(String scheme) {
        Map<String, String> texts = new LinkedHashMap<>();
        overlays.forEach(overlay -> texts.put(Bundled.overlay(overlay).id(), Bundled.overlayText(overlay)));
        return new Frozen.Rules(Bundled.charterText(charter), texts, Map.of(), Set.of(), scheme);
    }

    /** The same charter with open points read in other ways. */
    static Charter read(Charter charter, Map<String, String> readings) {
        Charter read = charter;
        for (Map.Entry<String, String> entry : readings.entrySet()) {
            List<String> names = charter.readings().stream().map(Reading::name).toList();
            Reading reading = charter.reading(entry.getKey()).orElseThrow(() -> new Refusal("--reading “"
                    + entry.getKey() + "”不是这部章程里的待定之处；" + Words.offer(entry.getKey(), names)));
            if (!reading.alternatives().containsKey(entry.getValue())) {
                throw new Refusal("--reading “" + entry.getKey() + "”没有“" + entry.getValue() + "”这种读法；"
                        + Words.offer(entry.getValue(), reading.alternatives().keySet()));
            }
            read = read.reading(entry.getKey(), entry.getValue());
        }
        return read;
    }

    /** The records, whatever errors they have. */
    FactsDirectory facts(Charter charter) {
        if (!Files.isDirectory(facts)) {
            throw new Refusal("--facts " + facts + " 不是目录；请给出放着 activities.csv 等文件的目录");
        }
        return FactsDirectory.read(facts, Stream.of(Kind.values()).map(Kind::code).toList(), targets(charter));
    }

    /** Each counted duty with the highest number it ever has; an instance's own number is checked with the instance. */
    private static Map<String, Integer> targets(Charter charter) {
        Map<String, Integer> targets = new LinkedHashMap<>();
        for (Obligation.Counted duty : charter.counted()) {
            targets.put(duty.id(),
                    charter.rules(duty.id()).stream().map(Rule::quantity).mapToInt(quantity -> quantity.target())
                            .max().orElse(0));
        }
        return targets;
    }
}
