package org.jiaogongti.charter.archive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.BundledEvaluation;
import org.jiaogongti.charter.appraising.Grants;
import org.jspecify.annotations.Nullable;

/** What a year came to, as files: exact fractions, money in fen. */
final class ResultFiles {

    private ResultFiles() {}

    static Map<String, byte[]> write(YearResult result) {
        Csv communities = new Csv("community", "score", "bonus", "deduction", "grant_fen");
        Csv sections = new Csv("community", "section", "clause", "weight", "attained", "points");
        Csv instances = new Csv("community", "section", "clause", "instance", "counted", "target", "weight",
                "attained");
        Csv schools = new Csv("community", "school", "contribution", "grant_fen");
        Csv bundled = new Csv("community", "school", "own", "shared", "progress", "alone", "partners", "result");
        for (int i = 0; i < result.appraisals().size(); i++) {
            Appraisal appraisal = result.appraisals().get(i);
            Grants.Grant grant = result.grants().get(i);
            String community = appraisal.community();
            communities.row(community, text(appraisal.score()), text(appraisal.bonus()), text(appraisal.deduction()),
                    grant.fen().toString());
            appraisal.sections().forEach(points -> sections.row(community, points.section().name(),
                    points.section().clause(), text(points.weight()), text(points.attained()),
                    text(points.points())));
            appraisal.instances().forEach(weighed -> instances.row(community, weighed.section(),
                    weighed.standing().clause(), weighed.standing().progress().key().toString(),
                    Integer.toString(weighed.standing().progress().counted()),
                    Integer.toString(weighed.standing().progress().target()), text(weighed.weight()),
                    text(weighed.attained())));
            appraisal.contributions().forEach((school, contribution) -> schools.row(community, school,
                    text(contribution), grant.schools().getOrDefault(school, BigInteger.ZERO).toString()));
        }
        for (BundledEvaluation each : result.bundled()) {
            bundled.row(each.community(), each.school(), text(each.own()), text(each.shared()), text(each.progress()),
                    text(each.alone()), text(each.partners()), text(each.result()));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("result/communities.csv", communities.bytes());
        files.put("result/sections.csv", sections.bytes());
        files.put("result/instances.csv", instances.bytes());
        files.put("result/schools.csv", schools.bytes());
        files.put("result/bundled.csv", bundled.bytes());
        return files;
    }

    private static String text(@Nullable BigFraction number) {
        if (number == null) {
            return "";
        }
        return number.getDenominator().equals(BigInteger.ONE)
                ? number.getNumerator().toString()
                : number.getNumerator() + "/" + number.getDenominator();
    }

    /** Where the archive's result is not what was computed. */
    static List<Verdict.Problem> compare(Map<String, byte[]> archived, Map<String, byte[]> computed) {
        List<Verdict.Problem> problems = new ArrayList<>();
        computed.forEach((name, bytes) -> {
            byte[] kept = archived.get(name);
            if (kept == null) {
                problems.add(new Verdict.Problem(name, "归档里没有这个文件"));
            } else if (!Arrays.equals(kept, bytes)) {
                compare(name, Csv.text(name, kept).split("\n", -1), Csv.text(name, bytes).split("\n", -1), problems);
            }
        });
        return problems;
    }

    private static void compare(String file, String[] kept, String[] computed, List<Verdict.Problem> problems) {
        String[] header = computed[0].split(",", -1);
        for (int line = 0; line < Math.max(kept.length, computed.length); line++) {
            String before = line < kept.length ? kept[line] : "";
            String now = line < computed.length ? computed[line] : "";
            if (!before.equals(now)) {
                problems.add(new Verdict.Problem(file + ":" + (line + 1), difference(header, before, now)));
            }
        }
    }

    private static String difference(String[] header, String before, String now) {
        String[] kept = before.split(",", -1);
        String[] computed = now.split(",", -1);
        if (kept.length != header.length || computed.length != header.length) {
            return "归档里是“" + before + "”，重算是“" + now + "”";
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < header.length; i++) {
            if (!kept[i].equals(computed[i])) {
                differences.add(header[i] + " 归档里是 " + kept[i] + "，重算是 " + computed[i]);
            }
        }
        return kept[0] + "/" + kept[1] + "：" + String.join("；", differences);
    }
}
