package org.jiaogongti.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jgt verify}: computes a frozen appraisal again, from its archive and nothing else. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "核对一份冻结的考核：只用归档里的台账、章程和方案重算一遍，逐位比较。不要数据库，不要网络。",
        "Computes a frozen appraisal again from its archive alone and compares every figure to the last digit."}, parameterListHeading = "%n", optionListHeading = "%n", footerHeading = "%n例 Examples:%n", footer = {
                "  ./jgt appraise --facts cli/src/sample --year 2020-2021 --as-of 2021-07-31 --budget 600000 \\",
                "      --archive appraisal.zip", "  ./jgt verify appraisal.zip",
                "  ./jgt verify appraisal.zip --code 1F0C-9B2A-77D4-E013", "",
                "退出码 Exit code: 0 相同 equal · 1 不同 not equal · 2 不是完整的归档 no archive, or not a whole one"})
final class VerifyCommand implements Callable<Integer> {

    private static final int NOT_EQUAL = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "归档", description = {"冻结考核时下载的 .zip",
            "the .zip that was written when the appraisal was frozen"})
    private Path file = Path.of("");

    @Option(names = "--code", paramLabel = "核验码", description = {"纸质评分表上的核验码，一起核对",
            "the check code on the printed sheet"})
    private @Nullable String code;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (Archive.verify(bytes())) {
            case Verdict.Equal equal -> equal(equal);
            case Verdict.Unequal unequal -> {
                unequal.problems().forEach(problem -> err.println(problem.toString()));
                err.println("不同 · not equal：" + unequal.problems().size() + " 处，见上面。核验码 " + unequal.code());
                yield NOT_EQUAL;
            }
            case Verdict.Unreadable unreadable -> {
                unreadable.problems().forEach(problem -> err.println(problem.toString()));
                yield Jgt.WRONG_INPUT;
            }
        };
    }

    private int equal(Verdict.Equal equal) {
        if (code != null && !plain(code).equals(plain(equal.code()))) {
            spec.commandLine().getErr().println("不同 · not equal：这份归档的核验码是 " + equal.code() + "，纸上是 " + code
                    + "；纸上的数不是由这份归档来的");
            return NOT_EQUAL;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("相同 · equal");
        Columns columns = new Columns();
        columns.row("核验码", equal.code());
        columns.row("考核", equal.manifest().asked().year() + "，截至 " + equal.manifest().asked().asOf());
        columns.row("程序", equal.manifest().asked().program());
        if (!equal.manifest().asked().journalHead().isEmpty()) {
            columns.row("日志链头", equal.manifest().asked().journalHead());
        }
        columns.row("共同体", Integer.toString(equal.result().appraisals().size()));
        StringBuilder text = new StringBuilder();
        columns.appendTo(text, "  ");
        out.print(text);
        return 0;
    }

    private static String plain(String code) {
        return code.replaceAll("[-－\\s]", "").toUpperCase(Locale.ROOT);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new Refusal(file + ": 没有这个文件；请给出冻结考核时下载的 .zip");
        } catch (IOException | OutOfMemoryError unreadable) {
            throw new Refusal(file + ": 读不出来；请检查它是不是普通文件、有没有读取权限");
        }
    }
}
