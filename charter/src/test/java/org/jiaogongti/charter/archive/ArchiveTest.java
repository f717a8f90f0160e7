package org.jiaogongti.charter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.CaseFolder;
import org.jiaogongti.charter.worlds.RandomWorlds;
import org.jiaogongti.charter.worlds.SmallWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An archive comes to the same on every machine; whatever is changed in it is named. */
class ArchiveTest {

    private static final UnaryOperator<String> AS_THEY_ARE = UnaryOperator.identity();
    private static Archive.Written written = new Archive.Written(new byte[0], "", new YearResult(List.of(), List.of(),
            List.of()));

    @BeforeAll
    static void write() {
        written = Archive.write(frozen("case-4", "sample-2024", new Random(1)), AS_THEY_ARE);
    }

    /** A case with everything a scheme can look at, its records in some order. */
    private static Frozen frozen(String name, String scheme, Random order) {
        CaseFolder folder = CaseFolder.read(name);
        List<Fact> facts = new ArrayList<>(folder.facts());
        Collections.shuffle(facts, order);
        Map<String, List<String>> schools = schools(folder.world());
        String community = schools.keySet().iterator().next();
        return new Frozen(rules(scheme),
                new Frozen.Asked("2020-2021", LocalDate.of(2021, 9, 30), BigInteger.valueOf(50_000_001), null, "0.1",
                        "c0ffee"),
                schools, folder.world(), facts, folder.waivers(),
                new Inspected(Map.of(new Inspected.Drawn(community, "Q21"), BigFraction.of(2, 3)),
                        Map.of(community, List.of("4 份方案, 未审\n先办", "签到\"缺\""))),
                Map.of(schools.values().iterator().next().getFirst(), BigFraction.of(401, 7)));
    }

    private static Frozen.Rules rules(String scheme) {
        return new Frozen.Rules(Charters.bundledText("fenghua-2019"),
                Map.of("moe-exams-2021", Charters.bundledOverlayText("moe-exams-2021")),
                Map.of("节数怎么合计", "每所成员校"), Set.of(), Charters.bundledSchemeText("fenghua-2019", scheme));
    }

    private static Map<String, List<String>> schools(World world) {
        Map<String, List<String>> schools = new LinkedHashMap<>();
        for (String community : world.communities()) {
            schools.put(community, world.memberships(community, LocalDate.of(2021, 1, 1)).stream()
                    .map(World.Membership::school).toList());
        }
        return schools;
    }

    @Test
    void comesToTheSame() {
        Verdict verdict = Archive.verify(written.bytes());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Equal.class, equal -> {
            assertThat(equal.code()).isEqualTo(written.code()).matches("([0-9A-F]{4}-){3}[0-9A-F]{4}");
            assertThat(equal.result()).isEqualTo(written.result());
            assertThat(equal.manifest().asked().journalHead()).isEqualTo("c0ffee");
        });
    }

    @Test
    void isTheSameToTheByteWhateverTheOrderOfTheRecords() {
        Archive.Written again = Archive.write(frozen("case-4", "sample-2024", new Random(2)), AS_THEY_ARE);
        assertThat(again.bytes()).isEqualTo(written.bytes());
    }

    @Test
    void namesPlacesAndNobody() {
        String everything = new String(written.bytes(), StandardCharsets.UTF_8);
        assertThat(everything).contains("岳林小学").doesNotContain("示例教师").contains("人1");
    }

    /** In a platform schools are ids; the archive has their names, and two of one name are told apart. */
    @Test
    void writesNamesForIds() {
        Frozen frozen = frozen("case-2", "plain", new Random(3));
        Map<String, String> names = new TreeMap<>();
        frozen.schools().values().forEach(schools -> schools.forEach(school -> names.put(school, "第一小学")));
        Archive.Written archive = Archive.write(frozen, id -> names.getOrDefault(id, id));
        List<String> schools = archive.result().appraisals().stream()
                .flatMap(appraisal -> appraisal.contributions().keySet().stream()).toList();
        assertThat(schools).doesNotHaveDuplicates().allMatch(school -> school.startsWith("第一小学"));
        assertThat(Archive.verify(archive.bytes())).isInstanceOf(Verdict.Equal.class);
    }

    /** Writing compares what the files come to with what the world itself comes to, and throws where they differ. */
    @Test
    void keepsWorldsThatChangeFromDayToDay() {
        int gone = 0;
        for (int seed = 0; seed < 24; seed++) {
            RandomWorlds random = new RandomWorlds(seed);
            SmallWorld small = random.world();
            List<Period> years = small.periods().stream().filter(period -> period.kind() != PeriodKind.TERM)
                    .toList();
            MovingWorld world = new MovingWorld(small, random.asOf(small), random.pick(small.schools()).school());
            Frozen frozen = new Frozen(rules(seed % 2 == 0 ? "plain" : "sample-2024"),
                    new Frozen.Asked(random.pick(years).name(), random.asOf(small), BigInteger.valueOf(1_000_000L),
                            null,
                            "0.1", ""),
                    schools(world), world, random.facts(small, 120), List.of(), Inspected.NOTHING, Map.of());
            Archive.Written archive = Archive.write(frozen, AS_THEY_ARE);
            assertThat(Archive.verify(archive.bytes())).as("seed " + seed).isInstanceOf(Verdict.Equal.class);
            gone += archive.result().appraisals().stream().mapToInt(each -> each.score().signum()).sum();
        }
        assertThat(gone).as("some worlds come to something").isPositive();
    }

    @Test
    void namesTheFileThatWasChanged() {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Map<String, byte[]> files = files();
            String name = file.getKey();
            byte[] changed = file.getValue().clone();
            changed[changed.length / 2] ^= 1;
            files.put(name, changed);
            List<Verdict.Problem> problems = problems(Archive.verify(Zip.write(files)));
            // A digit of the manifest is a digit of some file's sum.
            assertThat(problems).as(name).isNotEmpty()
                    .allMatch(problem -> problem.file().startsWith(name) || name.equals(Manifest.FILE));
            files.remove(name);
            assertThat(problems(Archive.verify(Zip.write(files)))).as("without " + name)
                    .anyMatch(problem -> problem.file().equals(name));
        }
        Map<String, byte[]> more = files();
        more.put("facts/more.csv", new byte[0]);
        assertThat(Archive.verify(Zip.write(more))).isInstanceOf(Verdict.Unequal.class);
    }

    @Test
    void noByteCanBeChangedUnseen() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = written.bytes().clone();
            int at = round < 40 ? round : round < 80 ? bytes.length - 1 - (round - 40) : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(Archive.verify(bytes)).as("byte " + at).isNotInstanceOf(Verdict.Equal.class);
        }
    }

    /** Somebody who knows the form mends the manifest too: then the figures do not agree, or the check code does not. */
    @Test
    void namesTheFigureThatWasForged() {
        Map<String, byte[]> files = files();
        String scores = text(files, "result/schools.csv");
        String line = scores.lines().skip(1).findFirst().orElseThrow();
        String forged = line.substring(0, line.lastIndexOf(',')) + ",99999999";
        files.put("result/schools.csv", scores.replace(line, forged).getBytes(StandardCharsets.UTF_8));
        List<Verdict.Problem> problems = problems(Archive.verify(signed(files)));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("result/schools.csv:2");
            assertThat(problem.text()).contains("grant_fen 归档里是 99999999，重算是 "
                    + line.substring(line.lastIndexOf(',') + 1));
        });
    }

    @Test
    void namesTheFiguresThatAForgedRecordMoves() {
        Map<String, byte[]> files = files();
        String activities = text(files, "facts/activities.csv");
        files.put("facts/activities.csv", activities.replace(",held,", ",cancelled,").getBytes(StandardCharsets.UTF_8));
        assertThat(problems(Archive.verify(signed(files)))).extracting(Verdict.Problem::file)
                .contains("result/communities.csv:2").allMatch(file -> file.startsWith("result/"));
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        unreadable(new byte[0], "不是归档文件");
        unreadable("这是一封信".getBytes(StandardCharsets.UTF_8), "不是归档文件");
        byte[] half = java.util.Arrays.copyOf(written.bytes(), written.bytes().length / 2);
        unreadable(half, "拷贝一份");
        unreadable(deflated("manifest.json", new byte[1_000_000]), "manifest.json: 被重新压缩过");
        unreadable(deflated("../../etc/passwd", new byte[10]), "不该有的文件名“../../etc/passwd”");
        unreadable(deflated("/etc/passwd", new byte[10]), "不该有的文件名");
        Map<String, byte[]> files = files();
        files.remove("manifest.json");
        unreadable(Zip.write(files), "manifest.json: 没有这个文件");
        Map<String, byte[]> broken = files();
        broken.put("facts/activities.csv",
                (text(broken, "facts/activities.csv") + "x,1\n").getBytes(StandardCharsets.UTF_8));
        unreadable(signed(broken), "facts/activities.csv:");
        Map<String, byte[]> scheme = files();
        scheme.put("scheme.yaml", "方案: 空\n".getBytes(StandardCharsets.UTF_8));
        unreadable(signed(scheme), "scheme.yaml:1:1: 缺少");
    }

    @Test
    void refusesToFreezeAYearThatTheCalendarDoesNotHave() {
        Frozen frozen = frozen("case-2", "plain", new Random(3));
        Frozen.Asked asked = frozen.asked();
        Frozen other = new Frozen(frozen.rules(),
                new Frozen.Asked("1999-2000", asked.asOf(), asked.budget(), null, "", ""), frozen.schools(),
                frozen.world(), frozen.facts(), frozen.waivers(), frozen.inspected(), frozen.before());
        assertThatThrownBy(() -> Archive.write(other, AS_THEY_ARE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no year 1999-2000");
    }

    private static void unreadable(byte[] bytes, String message) {
        assertThat(Archive.verify(bytes)).isInstanceOfSatisfying(Verdict.Unreadable.class,
                verdict -> assertThat(verdict.problems().toString()).contains(message));
    }

    private static Map<String, byte[]> files() {
        return new TreeMap<>(Zip.read(written.bytes()));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static List<Verdict.Problem> problems(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Equal _ -> List.of();
            case Verdict.Unequal unequal -> unequal.problems();
            case Verdict.Unreadable unreadable -> unreadable.problems();
        };
    }

    /** With a manifest that agrees with the files. */
    private static byte[] signed(Map<String, byte[]> files) {
        Manifest old = Manifest.read(files.getOrDefault(Manifest.FILE, new byte[0]));
        files.remove(Manifest.FILE);
        TreeMap<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, Manifest.sha256(bytes)));
        files.put(Manifest.FILE,
                new Manifest(old.asked(), old.overlays(), old.readings(), old.factTypes(), sums).bytes());
        return Zip.write(files);
    }

    private static byte[] deflated(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
