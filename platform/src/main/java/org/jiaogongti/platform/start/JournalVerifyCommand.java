package org.jiaogongti.platform.start;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.head.SigningKeys;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.journal.Verification.KeptHead;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jgt journal verify}: exit code 0 when every chain is sound, 1 when a line is not as it was written. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "逐行核对操作日志的哈希链（SM3 与 SHA-256），指出第一处被改动的地方；给出保管的链尾文件时，逐份核对签名和日志。服务器可同时运行。",
        "Walk the journal's hash chains and name the first line that was changed; with head files that were kept, hold each",
        "against its signature and the chain. The server may be running.",
        "退出码 · exit code: 0 完好 sound, 1 有改动 changed, 2 无法核对 cannot be checked."})
final class JournalVerifyCommand implements Callable<Integer> {

    private static final Pattern HEAD = Pattern.compile("([0-9]{6}):([0-9]+):([0-9a-f]{64})");

    @Option(names = "--demo", description = {"核对演示数据，而不是正式数据。", "Check the demo's data instead of the real data."})
    private boolean demo;

    @Option(names = "--date", paramLabel = "DATE", defaultValue = DemoCommand.DEFAULT_DATE, description = {
            "演示数据的业务日期，默认 ${DEFAULT-VALUE}。", "Business date of the demo data; default ${DEFAULT-VALUE}."})
    private LocalDate date = LocalDate.parse(DemoCommand.DEFAULT_DATE);

    @Option(names = "--head", paramLabel = "HEAD", description = {"以前抄下的链尾（区划:行号:SM3），可多次给出；据此能发现末尾被整段截去。",
            "A chain's end written down earlier (DISTRICT:LINE:SM3), may be repeated: finds a cut-off end."})
    private List<String> heads = new ArrayList<>();

    @Option(names = "--key", paramLabel = "KEY", description = {"签名公钥的指纹（链尾纸上有）；不写则认本机的签名密钥。可多次给出。",
            "Fingerprint of the key that signed, as on paper; else this installation's own keys. May be repeated."})
    private List<String> keys = new ArrayList<>();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = {"保管的链尾文件，或放它们的文件夹。",
            "Head files that were kept, or the folder they lie in."})
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws IOException, SQLException {
        List<KeptHead> kept = heads.stream().map(JournalVerifyCommand::kept).toList();
        try (DataAtHand data = DataAtHand.existing(demo, date)) {
            Set<String> known = keys.isEmpty()
                    ? new SigningKeys(data.headPlaces().keyFile()).publicKeys()
                    : keys.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
            return verify(data.address(), kept,
                    KeptHeads.read(files.stream().map(DistrictCommand::meant).toList(), known));
        }
    }

    private static KeptHead kept(String head) {
        Matcher matcher = HEAD.matcher(head);
        if (!matcher.matches()) {
            throw new StartRefused("--head 应为 区划:行号:SM3，例如 330213:120:…（64 位十六进制）\n"
                    + "--head must be DISTRICT:LINE:SM3 as an earlier run has printed it: " + head);
        }
        return new KeptHead(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }

    private static int verify(DatabaseAddress address, List<KeptHead> kept, KeptHeads files) throws SQLException {
        Console console = new Console("journal verify");
        int code = 0;
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Verification verification = new Verification(new SingleConnectionDataSource(connection, true));
            List<String> districts = districts(statement);
            for (String district : districts) {
                statement.execute("SELECT set_config('jgt.district', '" + district + "', true)");
                Verification.Result walk = verification.verify(district, kept);
                code = Math.max(code, tell(console, walk));
                code = files.agree(console::line, district, walk, verification) ? code : 1;
            }
            code = files.known(console::line, districts) ? code : 1;
        }
        return code;
    }

    private static List<String> districts(Statement statement) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT code FROM access.district ORDER BY code")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private static int tell(Console console, Verification.Result result) {
        return switch (result) {
            case Verification.Sound sound -> {
                console.line(sound.district() + " 完好 · sound: " + sound.lines() + " 行 lines");
                console.line("  链尾 · head: " + sound.district() + ":" + sound.lines() + ":" + sound.sm3());
                yield 0;
            }
            case Verification.Broken broken -> {
                console.line(broken.district() + " 第 " + broken.number() + " 行" + words(broken.fault()) + " · line "
                        + broken.number() + ": " + broken.fault());
                yield 1;
            }
        };
    }

    private static String words(Verification.Fault fault) {
        return switch (fault) {
            case CHANGED -> "被改动";
            case MISSING -> "不见了";
            case OUT_OF_PLACE -> "不接上一行";
            case PAYLOAD_CHANGED -> "的内容被改动";
            case PAYLOAD_MISSING -> "的内容不见了，且没有删除记录";
            case CUT_OFF -> "起被截去";
            case ADDED -> "是后加的";
            case NOT_THE_KEPT_HEAD -> "与抄下的链尾不符";
        };
    }
}
