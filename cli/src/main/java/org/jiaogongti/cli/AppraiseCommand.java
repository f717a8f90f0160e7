package org.jiaogongti.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.appraising.Inspected;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Standing;
import org.jiaogongti.charter.appraising.Standings;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Frozen;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.cli.facts.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jgt appraise}: a school year's scores, contributions and grants. Prints everything or nothing. */
@Command(name = "appraise", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "年度考核和以奖代补：由台账算出每个共同体的得分、每所学校的贡献和应得的钱，分毫不差。",
        "The yearly appraisal and the grant: scores, the schools' contributions and the money, exact to the fen."}, optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt appraise --facts cli/src/sample --year 2020-2021 --as-of 2021-07-31 --budget 600000",
                "  ./jgt appraise --facts cli/src/sample --year 2020-2021 --as-of 2021-07-31 --budget 600000 \\",
                "      --scheme sample-2024 --format json",
                "  ./jgt appraise --facts cli/src/sample --year 2020-2021 --as-of 2021-07-31 --budget 600000 \\",
                "      --archive appraisal.zip", "",
                "退出码 Exit code: 0 算出来了 computed · 2 选项、台账、章程或方案有错 something is wrong with the input"})
final class AppraiseCommand implements Callable<Integer> {

    private static final List<String> SCHEMES = List.of("plain", "sample-2024");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Option(names = "--year", required = true, paramLabel = "学年", description = {
            "calendar.csv 里的一个学年，如 2020-2021；也可以是一个日历年，如 2021",
            "a school year of calendar.csv, such as 2020-2021, or a calendar year"})
    private String year = "";

    @Option(names = "--budget", required = true, paramLabel = "元", description = {"总额，元，最多两位小数，如 600000 或 333333.33",
            "the budget in yuan with at most two decimals"})
    private String budget = "";

    @Option(names = "--threshold", paramLabel = "分", description = {"及格线，默认由方案定（自带的方案是 60）",
            "the least score that shares in the budget; the scheme's (60) by default"})
    private @Nullable String threshold;

    @Option(names = "--scheme", paramLabel = "方案", defaultValue = "plain", description = {
            "自带的方案 plain、sample-2024，或一个方案文件；默认 ${DEFAULT-VALUE}",
            "a bundled scheme, plain or sample-2024, or a scheme file; default ${DEFAULT-VALUE}"})
    private String scheme = "";

    @Option(names = "--format", paramLabel = "json|text", defaultValue = "text", description = {
            "输出格式，默认 ${DEFAULT-VALUE}：text 给人看，json 给程序", "output, default ${DEFAULT-VALUE}"})
    private Format format = Format.TEXT;

    @Option(names = "--archive", paramLabel = "文件", description = {"另把台账、章程、方案和结果写成一个归档，供 ./jgt verify 核对",
            "also write records, charter, scheme and result into an archive for ./jgt verify"})
    private @Nullable Path archive;

    /** A community's result and its money. */
    private record Result(Appraisal appraisal, Grants.Grant grant) {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (format == Format.CSV) {
            throw new Refusal("--format csv 在这里没有；可用：json、text");
        }
        LocalDate day = options.day();
        BigInteger fen = amount().movePointRight(2).toBigIntegerExact();
        String schemeText = schemeText();
        Scheme chosen = scheme(schemeText);
        Case read = Case.read(options, options.charter(), err::println);
        if (read == null) {
            return Jgt.WRONG_INPUT;
        }
        List<Result> results = results(read, chosen, day, fen);
        if (archive != null) {
            freeze(archive, read, schemeText, day, fen);
        }
        read.printNotes(err::println);
        spec.commandLine().getOut().print(format == Format.JSON ? json(results) : text(results, chosen, day));
        return 0;
    }

    private List<Result> results(Case read, Scheme chosen, LocalDate day, BigInteger fen) {
        List<String> years = read.facts().world().periods().stream()
                .filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR
                        || period.kind() == PeriodKind.CALENDAR_YEAR)
                .map(Period::name).toList();
        if (!years.contains(year)) {
            throw new Refusal("--year “" + year + "”不是 calendar.csv 里的学年或日历年；" + Words.offer(year, years));
        }
        List<Standing> standings = Standings.of(read.counting(), read.facts().facts(), read.facts().waivers(), year,
                day);
        List<Appraisal> appraisals = new ArrayList<>();
        read.facts().schools().forEach((community, schools) -> appraisals.add(Appraisal.of(chosen.score(), community,
                schools, standings.stream()
                        .filter(standing -> standing.progress().instance().community().equals(community)).toList())));
        List<Grants.Grant> grants = Grants.of(chosen.grant(), appraisals, fen);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < appraisals.size(); i++) {
            results.add(new Result(appraisals.get(i), grants.get(i)));
        }
        return results;
    }

    private BigDecimal amount() {
        if (budget.matches("[0-9]{1,15}(\\.[0-9]{1,2})?")) {
            return new BigDecimal(budget);
        }
        throw new Refusal("--budget “" + budget + "”不是钱数；写成 600000 或 333333.33，0 以上，最多两位小数");
    }

    private Scheme scheme(String text) {
        Scheme chosen = read(() -> Charters.scheme(scheme, text));
        BigDecimal other = threshold();
        return other == null ? chosen : chosen.threshold(other);
    }

    private @Nullable BigDecimal threshold() {
        if (threshold == null) {
            return null;
        }
        if (!threshold.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
                || new BigDecimal(threshold).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refusal("--threshold “" + threshold + "”不是 0 到 100 的分数；写成 60 或 59.5");
        }
        return new BigDecimal(threshold);
    }

    private String schemeText() {
        if (SCHEMES.contains(scheme)) {
            return read(() -> Charters.bundledSchemeText("fenghua-2019", scheme));
        }
        if (Files.isRegularFile(Path.of(scheme))) {
            return read(() -> Charters.fileText(Path.of(scheme)));
        }
        throw new Refusal("--scheme “" + scheme + "”既不是自带的方案，也不是文件；" + Words.offer(scheme, SCHEMES));
    }

    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidCharter e) {
            throw new Refusal(e.getMessage() == null ? scheme : e.getMessage());
        }
    }

    private void freeze(Path file, Case read, String schemeText, LocalDate day, BigInteger fen) {
        Frozen frozen = new Frozen(options.rules(schemeText),
                new Frozen.Asked(year, day, fen, threshold(), "jgt", ""), read.facts().schools(), read.facts().world(),
                read.facts().facts(), read.facts().waivers(), Inspected.NOTHING, Map.of());
        Archive.Written written = Archive.write(frozen, UnaryOperator.identity());
        try {
            Files.write(file, written.bytes());
        } catch (IOException unwritable) {
            throw new Refusal("--archive " + file + " 写不进去；请换一个地方或检查权限");
        }
        spec.commandLine().getErr().println(file + "：核验码 " + written.code());
    }

    private static String json(List<Result> results) {
        List<Map<String, Object>> communities = new ArrayList<>();
        for (Result result : results) {
            List<Map<String, Object>> schools = new ArrayList<>();
            result.appraisal().contributions().forEach((school, contribution) -> {
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("school", school);
                object.put("contribution", contribution.doubleValue());
                object.put("grantYuan", yuan(result.grant().schools().getOrDefault(school, BigInteger.ZERO)));
                schools.add(object);
            });
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("community", result.appraisal().community());
            object.put("score", result.appraisal().score().doubleValue());
            object.put("grantYuan", yuan(result.grant().fen()));
            object.put("schools", schools);
            communities.add(object);
        }
        return Json.of(communities);
    }

    private String text(List<Result> results, Scheme chosen, LocalDate day) {
        StringBuilder text = new StringBuilder().append(year).append(" 学年考核 · 截至 ").append(day).append(" · 方案“")
                .append(chosen.title()).append("” · 总额 ").append(yuan(amount().movePointRight(2).toBigIntegerExact()))
                .append(" 元\n");
        for (Result result : results) {
            text.append('\n').append(result.appraisal().community()).append("  得分 ")
                    .append(twoDecimals(result.appraisal().score().bigDecimalValue(2, RoundingMode.HALF_UP)))
                    .append("  以奖代补 ").append(yuan(result.grant().fen())).append(" 元\n");
            Columns columns = new Columns();
            result.appraisal().contributions().forEach((school, contribution) -> columns.row(school,
                    "贡献 " + twoDecimals(contribution.bigDecimalValue(2, RoundingMode.HALF_UP)),
                    yuan(result.grant().schools().getOrDefault(school, BigInteger.ZERO)) + " 元"));
            columns.appendTo(text, "  ");
        }
        return text.toString();
    }

    private static String twoDecimals(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String yuan(BigInteger fen) {
        return new BigDecimal(fen, 2).toPlainString();
    }
}
