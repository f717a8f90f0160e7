package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiaogongti.platform.archive.ArchiveSite;
import org.jiaogongti.platform.archive.Circumstances;
import org.jiaogongti.platform.archive.Export;
import org.jiaogongti.platform.archive.Import;
import org.jiaogongti.platform.archive.Import.Compared;
import org.jiaogongti.platform.archive.Import.Taken;
import org.jiaogongti.platform.archive.Manifest;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.Migrations;
import org.jiaogongti.platform.database.ServerCheck;
import org.jiaogongti.platform.seal.SealSettings;
import org.jiaogongti.platform.shell.BusinessClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jgt district}: whoever has the data folder has the district, so only the shell can do this. */
@Command(name = "district", mixinStandardHelpOptions = true, description = {
        "整个区的搬迁。 · A whole district, out and in."}, subcommands = {DistrictCommand.ExportCommand.class,
                DistrictCommand.ImportCommand.class}, synopsisSubcommandLabel = "COMMAND")
final class DistrictCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "缺少命令：export 或 import。 · A command is missing: export or import.");
    }

    /** The launcher changes into its own folder: a file is meant from where the command was typed. */
    static Path meant(Path path) {
        return Path.of(System.getenv().getOrDefault("JGT_CALLED_FROM", "")).resolve(path).toAbsolutePath().normalize();
    }

    private static ArchiveSite site(DataAtHand data) {
        SealingKey key = data.sealingKey();
        return new ArchiveSite(data.address().url(), DatabaseAddress.OWNER, data.address().ownerPassword(),
                data.files(), new SealSettings(key.file(), key.cipher()));
    }

    private static Circumstances about(Console console, Optional<LocalDate> date) {
        String version = Optional.ofNullable(DistrictCommand.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Circumstances(version, System.getProperty("user.name", "?"),
                BusinessClock.of(Clock.system(BusinessClock.ZONE), date), console::progress);
    }

    private static void describe(Console console, Export.Written written) {
        Manifest manifest = written.manifest();
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        console.line(manifest.district().code() + " " + manifest.district().name() + ": " + manifest.tables().size()
                + " 张表 tables, " + rows + " 行 rows, " + manifest.evidence().files() + " 个证据文件 files ("
                + manifest.evidence().bytes() + " B)");
        Manifest.Chain chain = manifest.journal();
        console.line(chain.fault().isEmpty()
                ? "  日志链尾 · journal head: " + manifest.district().code() + ":" + chain.lines() + ":" + chain.sm3()
                : "  日志第 " + chain.lines() + " 行有问题 · the journal is broken at line " + chain.lines() + ": "
                        + chain.fault());
        manifest.leftOut().stream().filter(left -> left.rows() > 0).forEach(
                left -> console.line("  不搬 · stays: " + left.table() + " (" + left.rows() + ") " + left.why()));
        console.line("  清单 · manifest SHA-256: " + written.manifestSha256());
    }

    /** {@code ./jgt district export}. */
    @Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false, description = {
            "把一个区的全部数据写成一个归档文件（zip，附清单和哈希）；服务可同时运行。",
            "Write everything of a district into one archive (zip, with manifest and hashes). The server may be running.",
            "退出码 · exit code: 0 写好 written, 1 失败 failed, 2 拒绝 refused."})
    static final class ExportCommand implements Callable<Integer> {

        @Option(names = "--to", paramLabel = "FILE", required = true, description = {"归档文件，不覆盖已有的。",
                "The archive; nothing is overwritten."})
        private Path to = Path.of("");

        @Option(names = "--district", paramLabel = "CODE", defaultValue = "", description = {"六位区划；只有一个区时不必写。",
                "Six digits; needless where there is only one."})
        private String district = "";

        @Mixin
        private Passphrase passphrase = new Passphrase();

        @Option(names = "--demo", description = {"导出演示数据。", "Export the demo's data."})
        private boolean demo;

        @Option(names = "--date", paramLabel = "DATE", defaultValue = DemoCommand.DEFAULT_DATE, description = {
                "演示数据的业务日期，默认 ${DEFAULT-VALUE}。", "Business date of the demo data; default ${DEFAULT-VALUE}."})
        private LocalDate date = LocalDate.parse(DemoCommand.DEFAULT_DATE);

        @Override
        public Integer call() throws IOException {
            Console console = new Console("district export");
            Path file = meant(to);
            Path parent = file.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new StartRefused("没有这个文件夹：" + parent + "\nThere is no such folder: " + parent);
            }
            try (DataAtHand data = DataAtHand.existing(demo, date)) {
                if (!Migrations.current(data.address())) {
                    throw new StartRefused("数据库不是本程序的版本：请先用本程序启动一次服务，再导出。\n"
                            + "The database is not of this version; start the server once by this build, then export.");
                }
                Circumstances about = about(console, demo ? Optional.of(date) : Optional.empty());
                describe(console, new Export(site(data), about).write(district, file, passphrase.chosen()));
            }
            console.line("已写好 · written: " + file);
            console.line("请抄下清单的 SHA-256；口令与文件分开保管，没有口令，封存的内容打不开。");
            console.line(
                    "Note the manifest's SHA-256. Keep the passphrase apart from the file: nothing opens without it.");
            return 0;
        }
    }

    /** {@code ./jgt district import}. */
    @Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = {
            "把归档导入还没有这个区的系统，逐表核对行数和哈希，全部相等才算数；否则什么都不留下。",
            "Take an archive into an installation without this district, compare rows and hashes table by table, and keep",
            "it only if all are equal. Otherwise nothing is left behind.",
            "退出码 · exit code: 0 相等 equal, 1 不相等或归档有问题 not equal or damaged, 2 拒绝 refused."})
    static final class ImportCommand implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "FILE", description = {"归档文件。 · The archive."})
        private Path file = Path.of("");

        @Mixin
        private Passphrase passphrase = new Passphrase();

        @Option(names = "--verify-only", description = {"只核对归档，不用数据库；给了口令文件就连封存的密钥一起核对。",
                "Only check the archive, without a database; with a passphrase file the sealed keys too."})
        private boolean verifyOnly;

        @Override
        public Integer call() throws IOException {
            Console console = new Console("district import");
            if (verifyOnly) {
                char[] given = passphrase.given() ? passphrase.asked() : new char[0];
                describe(console, Import.check(meant(file), given, console::progress));
                console.line(
                        "归档完好 · the archive is sound" + (passphrase.given() ? "" : "（没有核对口令 · passphrase not tried）"));
                return 0;
            }
            char[] typed = passphrase.asked();
            try (DataAtHand data = DataAtHand.ofServe()) {
                prepare(data);
                return tell(console, new Import(site(data), about(console, Optional.empty())).take(meant(file), typed));
            }
        }

        private static void prepare(DataAtHand data) {
            ServerCheck.pass(data.address());
            if (!data.served()) {
                Migrations.migrate(data.address());
            } else if (!Migrations.current(data.address())) {
                throw new StartRefused("正在运行的服务不是本程序的版本：请先停下它，或用它的版本导入。\n"
                        + "The running server is of another version; stop it first, or import by its own.");
            }
        }

        private static int tell(Console console, Taken taken) {
            for (Compared one : taken.compared()) {
                console.line(
                        (one.equal() ? "= " : "≠ ") + one.what() + " " + one.sourceRows() + " → " + one.targetRows()
                                + (one.source().isEmpty()
                                        ? ""
                                        : "  " + one.source() + (one.equal() ? "" : " → " + one.target())));
            }
            Manifest.Named district = taken.manifest().district();
            console.line(taken.equal()
                    ? "全部相等，已导入 · all equal, taken in: " + district.code() + " " + district.name()
                    : "有不相等的（≠），没有导入任何内容 · not all are equal (≠), nothing was taken in");
            return taken.equal() ? 0 : 1;
        }
    }
}
