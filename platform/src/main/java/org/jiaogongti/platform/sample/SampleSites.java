package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.CoverageException.Allows;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolArea;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.jiaogongti.platform.school.StaffCount;
import org.jiaogongti.platform.school.SupportedSchool;
import org.jspecify.annotations.Nullable;

/** Invented campuses and cooperation zones, townships, and a school that no community has. */
final class SampleSites {

    private static final LocalDate LONG_AGO = LocalDate.of(2014, 9, 1);

    /** The zones ended when the communities were formed out of them. */
    private static final LocalDate ZONES_END = SamplePlaces.FORMED.minusDays(1);

    /** name, school, kind, from, to. */
    private static final String CAMPUSES = """
            示例东山教学点 溪口镇校 TEACHING_POINT 2014-09-01 -
            示例西岭完小 溪口镇校 COMPLETE 2014-09-01 -
            示例南湾教学点 裘村镇校 TEACHING_POINT 2014-09-01 2022-08-31
            示例南湾教学点 松岙镇校 TEACHING_POINT 2022-09-01 -
            示例北塘校区 莼湖小学 CAMPUS 2018-09-01 -
            示例青溪教学点 西坞小学 TEACHING_POINT 2014-09-01 2021-08-31
            示例白石完小 尚田小学 COMPLETE 2014-09-01 -
            示例新桥校区 江口小学 CAMPUS 2023-09-01 -
            """;

    /** Points that are schools of their own as well, and their teachers. */
    private static final Map<String, Integer> OWN = new TreeMap<>(Map.of("示例西岭完小", 9, "示例白石完小", 7));

    /** One in so many occasions at a school with campuses was held at one of them. */
    private static final int AT_A_CAMPUS = 6;

    /** township: schools. */
    private static final List<String> TOWNSHIPS = List.of("岳林街道: 岳林小学 新城实验小学 龙津实验学校 居敬小学 育才学校",
            "锦屏街道: 锦屏小学 锦溪小学 实验小学 求真学校 诺德安达学校 向阳学校 成龙学校", "西坞街道: 西坞小学 白杜小学", "方桥街道: 方桥小学", "江口街道: 江口小学 南浦小学",
            "萧王庙街道: 萧王庙小学", "莼湖街道: 莼湖小学 尔仪小学", "裘村镇: 裘村镇校", "松岙镇: 松岙镇校", "尚田街道: 尚田小学", "大堰镇: 大堰学校",
            "溪口镇: 溪口镇校 畸山小学 武岭小学 班溪小学");

    /** zone: schools; 班溪小学 changed from one to another. */
    private static final List<String> ZONES = List.of("示例第一协作区: 岳林小学 新城实验小学 西坞小学 白杜小学 方桥小学 江口小学 南浦小学 居敬小学",
            "示例第二协作区: 龙津实验学校 莼湖小学 尔仪小学 裘村镇校 松岙镇校", "示例第三协作区: 锦屏小学 锦溪小学 尚田小学 大堰学校 实验小学 班溪小学",
            "示例第四协作区: 溪口镇校 畸山小学 武岭小学 班溪小学 萧王庙小学");

    private static final LocalDate BANXI_MOVED = LocalDate.of(2017, 9, 1);

    private SampleSites() {}

    static List<Campus> campuses(SampleKeys keys, LocalDate date) {
        List<Campus> campuses = new ArrayList<>();
        for (String line : CAMPUSES.lines().toList()) {
            String[] field = line.split(" ");
            LocalDate from = LocalDate.parse(field[3]);
            if (!from.isAfter(date)) {
                campuses.add(new Campus(field[0], keys.of(field[1]), Campus.Kind.valueOf(field[2]), from,
                        end(field[4], date)));
            }
        }
        return campuses;
    }

    /** What ends on a later day is not known to end. */
    private static @Nullable LocalDate end(String typed, LocalDate date) {
        if (typed.equals("-")) {
            return null;
        }
        LocalDate end = LocalDate.parse(typed);
        return end.isBefore(date) ? end : null;
    }

    static List<SchoolArea> areas(SampleKeys keys) {
        List<SchoolArea> areas = new ArrayList<>();
        for (String line : TOWNSHIPS) {
            String[] part = line.split(": ");
            for (String school : part[1].split(" ")) {
                areas.add(new SchoolArea(keys.of(school), SchoolArea.Kind.TOWNSHIP, part[0], LONG_AGO, null));
            }
        }
        for (String line : ZONES) {
            String[] part = line.split(": ");
            for (String school : part[1].split(" ")) {
                boolean moved = school.equals("班溪小学");
                boolean before = moved && part[0].contains("第三");
                areas.add(new SchoolArea(keys.of(school), SchoolArea.Kind.ZONE, part[0],
                        moved && !before ? BANXI_MOVED : LONG_AGO, before ? BANXI_MOVED.minusDays(1) : ZONES_END));
            }
        }
        return areas;
    }

    /** Invented: one that left the list after round one, one that is on it still, one that came on later. */
    static List<SupportedSchool> supported(SampleKeys keys, LocalDate date) {
        LocalDate formed = SamplePlaces.FORMED;
        return List.of(
                new SupportedSchool(keys.of("松岙镇校"), formed, LocalDate.of(2022, 8, 31), "示例：第一轮开始时的三科质量监测",
                        "示例教研〔2019〕1 号"),
                new SupportedSchool(keys.of("大堰学校"), formed, null, "示例：第一轮开始时的三科质量监测", "示例教研〔2019〕1 号"),
                new SupportedSchool(keys.of("方桥小学"), LocalDate.of(2023, 9, 1), null, "示例：教育局行政会议决定", "")).stream()
                .filter(each -> !each.from().isAfter(date)).toList();
    }

    /** Schools of their own that the notice counts in with their central schools. */
    static List<School> points(int position) {
        List<School> points = new ArrayList<>();
        OWN.keySet().forEach(name -> points.add(new School(point(name), name, name, null, SchoolKind.COMPLETE,
                Setting.RURAL, position + points.size())));
        return points;
    }

    static List<StaffCount> counts() {
        return OWN.entrySet().stream().map(own -> new StaffCount(point(own.getKey()), LONG_AGO, own.getValue()))
                .toList();
    }

    /** Where at its host something was held; null at the main place. */
    static @Nullable Site site(SampleOccasion held, SampleKeys keys) {
        List<Campus> there = campuses(keys, LocalDate.MAX).stream()
                .filter(campus -> campus.school().equals(keys.of(held.host())) && campus.holdsOn(held.date())).toList();
        int chance = Math.floorMod(held.id().hashCode(), AT_A_CAMPUS * Math.max(1, there.size()));
        if (chance >= there.size()) {
            return null;
        }
        String name = there.get(chance).name();
        return new Site(name, OWN.containsKey(name) ? point(name) : null);
    }

    private static UUID point(String name) {
        return SampleIds.of("school " + name);
    }

    /** The schools of a township, in the notice's order. */
    static List<String> inTownship(String township) {
        return TOWNSHIPS.stream().map(line -> line.split(": ")).filter(part -> part[0].equals(township))
                .flatMap(part -> List.of(part[1].split(" ")).stream()).toList();
    }

    /** A school that the notice does not name: it was founded later and belongs to no community. */
    static School outsider(int position) {
        return new School(SampleIds.of("school 示例民办小学"), "示例民办小学", "示例民办", null, SchoolKind.PRIVATE, Setting.URBAN,
                position);
    }

    static CoverageException exception() {
        UUID outsider = SampleIds.of("school 示例民办小学");
        return new CoverageException(outsider, outsider, Allows.NONE, LocalDate.of(2023, 9, 1), null,
                "民办学校新开办，本轮自愿不参加，第二轮结束后再定。", "示例文件〔2023〕1号", "示例局长01", LocalDate.of(2023, 8, 25), null);
    }
}
