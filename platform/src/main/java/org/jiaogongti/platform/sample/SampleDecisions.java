package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiaogongti.platform.sample.SampleWorld.Decision;
import org.jspecify.annotations.Nullable;

/** Waivers and reductions: an epidemic spring, a typhoon, a winter wave, and one contest held by the district itself. */
final class SampleDecisions {

    private SampleDecisions() {}

    static List<Decision> knownOn(LocalDate date, SamplePlaces places) {
        if (places.communities().size() != 5) {
            throw new IllegalStateException("The decisions are told for the notice's five communities.");
        }
        return Stream.concat(epidemic(), later()).filter(decision -> !decision.decidedOn().isAfter(date)).toList();
    }

    private static Stream<Decision> epidemic() {
        String reason = "疫情期间推迟开学，学校之间暂停走动";
        String document = "示例文件〔2020〕第3号";
        LocalDate from = LocalDate.of(2020, 5, 1);
        LocalDate to = LocalDate.of(2020, 7, 31);
        LocalDate on = LocalDate.of(2020, 4, 27);
        return Stream.of(
                decision("epidemic whole", List.of("Q15", "Q18", "Q19", "Q24"), List.of(), from, to, null, reason,
                        document, on),
                decision("epidemic lessons", List.of("Q21"), List.of(), from, to, 8, reason, document, on),
                decision("epidemic observation", List.of("Q22"), List.of(), from, to, 15, reason, document, on));
    }

    private static Stream<Decision> later() {
        return Stream.of(
                decision("typhoon", List.of("Q21"), List.of("锦屏小学"), LocalDate.of(2023, 1, 1),
                        LocalDate.of(2023, 1, 31), 13, "台风“梅花”期间停课，山区道路中断", "示例文件〔2022〕第9号",
                        LocalDate.of(2022, 9, 19)),
                decision("winter wave", List.of("Q24"), List.of("班溪小学", "武岭小学"), LocalDate.of(2023, 1, 1),
                        LocalDate.of(2023, 1, 31), null, "期末前转为线上教学，无法派人外出听课", "示例文件〔2022〕第14号",
                        LocalDate.of(2022, 12, 19)),
                decision("district contest", List.of("Q10"), List.of("居敬小学"), LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 8, 31), null, "本学年区里统一办", "10-15 会议纪要（示例）",
                        LocalDate.of(2024, 10, 15)));
    }

    private static Decision decision(String key, List<String> duties, List<String> bearers, LocalDate from,
            LocalDate to, @Nullable Integer target, String reason, String document, LocalDate on) {
        return new Decision(SampleIds.of(on, "decision " + key), duties, bearers, from, to, target, reason, document,
                "示例领导01", on);
    }
}
