package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.sample.SampleWorld.Community;
import org.jiaogongti.platform.sample.SampleWorld.District;
import org.jiaogongti.platform.sample.SampleWorld.School;
import org.jiaogongti.platform.sample.SampleWorld.StaffCount;
import org.jiaogongti.platform.sample.SampleWorld.Weak;

/** District, communities, schools, staff counts and weak subjects. The names are the notice's, every figure is invented. */
final class SamplePlaces {

    static final List<String> SUBJECTS = List.of("语文", "数学", "英语", "科学", "道德与法治", "音乐", "体育", "美术", "信息技术");

    static final District DISTRICT = new District("330213", "宁波市奉化区", "宁波市奉化区教育局", "宁波市奉化区教师进修学校");

    /** The day from which the notice's communities exist. */
    static final LocalDate FORMED = LocalDate.of(2019, 9, 1);

    /** name, short name, kind, area, teachers in 2024. The first of each block leads. */
    private static final String SCHOOLS = """
            岳林小学教学共同体
            岳林小学 岳林 primary urban 112
            新城实验小学 新城 primary urban 88
            西坞小学 西坞 township-central township 61
            白杜小学 白杜 primary rural 27
            方桥小学 方桥 primary township 46
            向阳学校 向阳 private urban 38
            龙津实验学校教学共同体
            龙津实验学校 龙津 nine-year urban 104
            莼湖小学 莼湖 township-central township 58
            尔仪小学 尔仪 primary rural 22
            裘村镇校 裘村 township-central rural 36
            松岙镇校 松岙 township-central rural 24
            居敬小学教学共同体
            居敬小学 居敬 primary urban 98
            江口小学 江口 township-central township 66
            南浦小学 南浦 primary township 34
            萧王庙小学 萧王庙 township-central township 44
            育才学校 育才 private urban 42
            锦屏小学教学共同体
            锦屏小学 锦屏 primary urban 95
            锦溪小学 锦溪 primary urban 72
            尚田小学 尚田 township-central township 52
            大堰学校 大堰 nine-year rural 19
            求真学校 求真 private urban 33
            成龙学校 成龙 private rural 29
            实验小学教学共同体
            实验小学 实验 primary urban 121
            溪口镇校 溪口 township-central township 83
            畸山小学 畸山 primary rural 26
            武岭小学 武岭 primary township 57
            班溪小学 班溪 primary rural 18
            诺德安达学校 诺德安达 private urban 40
            """;

    /** Weak subjects of round two, in the order in which the script of the current term tells their progress. */
    private static final Map<String, String> WEAK = Map.of("岳林小学教学共同体",
            "新城实验小学 英语, 西坞小学 语文, 西坞小学 科学, 白杜小学 数学, 白杜小学 音乐, 方桥小学 英语, 方桥小学 道德与法治, 向阳学校 科学, 向阳学校 数学", "龙津实验学校教学共同体",
            "莼湖小学 英语, 莼湖小学 科学, 尔仪小学 数学, 裘村镇校 英语, 裘村镇校 音乐, 松岙镇校 语文, 松岙镇校 科学", "居敬小学教学共同体",
            "江口小学 英语, 南浦小学 科学, 南浦小学 美术, 萧王庙小学 数学, 育才学校 科学, 育才学校 英语", "锦屏小学教学共同体",
            "锦溪小学 数学, 尚田小学 英语, 尚田小学 科学, 大堰学校 语文, 大堰学校 英语, 求真学校 数学, 成龙学校 科学, 成龙学校 英语", "实验小学教学共同体",
            "溪口镇校 科学, 溪口镇校 美术, 畸山小学 语文, 畸山小学 数学, 武岭小学 英语, 班溪小学 英语, 班溪小学 科学, 诺德安达学校 语文");

    /** Subjects that were weak in round one and no longer are. */
    private static final List<String> OVERCOME = List.of("西坞小学 英语", "莼湖小学 数学", "江口小学 数学", "锦溪小学 英语", "溪口镇校 语文");

    private static final LocalDate ROUND_TWO = LocalDate.of(2022, 9, 1);

    private final Map<String, School> schools = new LinkedHashMap<>();
    private final List<Community> communities = new ArrayList<>();

    SamplePlaces() {
        List<String> names = new ArrayList<>();
        String community = "";
        for (String line : SCHOOLS.lines().toList()) {
            String[] field = line.split(" ");
            if (field.length == 1) {
                close(community, names);
                community = line;
                names = new ArrayList<>();
            } else {
                int number = schools.size() + 1;
                schools.put(field[0],
                        new School(SampleIds.of("school " + field[0]), "2133%06d".formatted(21300 + number),
                                field[0], field[1], field[2], field[3], community, names.isEmpty(),
                                Integer.parseInt(field[4])));
                names.add(field[0]);
            }
        }
        close(community, names);
    }

    private void close(String name, List<String> members) {
        if (!members.isEmpty()) {
            String shortName = school(members.getFirst()).shortName();
            communities.add(new Community(SampleIds.of("community " + name), name, shortName, members.getFirst(),
                    List.copyOf(members.subList(1, members.size())), weakOf(name, members.getFirst())));
        }
    }

    List<School> schools() {
        return List.copyOf(schools.values());
    }

    List<Community> communities() {
        return List.copyOf(communities);
    }

    School school(String name) {
        School found = schools.get(name);
        if (found == null) {
            throw new IllegalArgumentException("The notice names no school " + name + ".");
        }
        return found;
    }

    private List<Weak> weakOf(String community, String lead) {
        List<Weak> weak = new ArrayList<>();
        int number = 0;
        for (String pair : WEAK.getOrDefault(community, "").split(", ")) {
            String[] field = pair.split(" ");
            // Most were weak from the beginning, some were found by round one's results.
            LocalDate from = number % 3 == 2 ? ROUND_TWO : FORMED;
            weak.add(new Weak(field[0], field[1], from, null));
            number++;
        }
        for (String pair : OVERCOME) {
            String[] field = pair.split(" ");
            School school = schools.get(field[0]);
            if (school != null && school.community().equals(community)) {
                weak.add(new Weak(field[0], field[1], FORMED, ROUND_TWO.minusDays(1)));
            }
        }
        if (weak.isEmpty()) {
            throw new IllegalStateException("No weak subjects are told for the community led by " + lead + ".");
        }
        return List.copyOf(weak);
    }

    /** Full-time teachers at the beginning of each school year known on the day. */
    static List<StaffCount> staffCounts(School school, LocalDate date) {
        List<StaffCount> counts = new ArrayList<>();
        for (int year = 2019; year <= 2024; year++) {
            LocalDate from = LocalDate.of(year, 9, 1);
            if (!from.isAfter(date)) {
                counts.add(new StaffCount(from, teachers(school, year)));
            }
        }
        return List.copyOf(counts);
    }

    /** One fifth of the teachers on a day, rounded up, or ten, whichever is smaller. */
    static int oneFifthOrTen(School school, LocalDate day) {
        int year = day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
        return Math.min(10, (teachers(school, year) + 4) / 5);
    }

    private static int teachers(School school, int year) {
        int drift = (year >= 2022 && school.name().equals("育才学校")) || year == 2024
                ? 0
                : Chance.of("teachers", school.name(), year).between(-2, 1);
        return school.teachersIn2024() + drift;
    }
}
