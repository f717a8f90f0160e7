package org.jiaogongti.platform.start;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.WayBack;
import org.jiaogongti.platform.access.WayBack.Administrator;
import org.jiaogongti.platform.access.WayBack.Answer;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.journal.Means;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jgt administrator}. */
@Command(name = "administrator", mixinStandardHelpOptions = true, description = {
        "局管理员进不来时的出路。 · The way back when no bureau administrator can enter."}, subcommands = AdministratorCommand.Link.class, synopsisSubcommandLabel = "COMMAND")
final class AdministratorCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "缺少命令：link。 · A command is missing: link.");
    }

    /** {@code ./jgt administrator link}: prints a one-time link; exit code 2 when it is refused. */
    @Command(name = "link", mixinStandardHelpOptions = true, sortOptions = false, description = {
            "给一位局管理员打印一次性链接，打开后自己设新密码；一小时内有效，日志里留一行。服务器可同时运行。",
            "Print a one-time link by which a bureau administrator sets a new password; good for an hour, and a line of "
                    + "the journal. The server may be running."})
    static final class Link implements Callable<Integer> {

        private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        @Option(names = "--account", paramLabel = "LOGIN", description = {"哪位管理员的账号；只有一位时可以不写。",
                "Whose; may be left out when there is only one."})
        private String account = "";

        @Option(names = "--without-second-factor", description = {"同时收回动态码和通行密钥（手机和恢复码都丢了）。",
                "Take the second factor and the passkeys away too: phone and recovery codes are lost."})
        private boolean withoutFactors;

        @Option(names = "--new", paramLabel = "LOGIN", description = {"没有一位能登录的管理员时，新建一位，须同时写 --name。",
                "Make a first administrator anew, where none may sign in; with --name."})
        private String fresh = "";

        @Option(names = "--name", paramLabel = "NAME", description = {"新建的管理员的姓名。", "Name of the new one."})
        private String name = "";

        @Option(names = "--district", paramLabel = "CODE", description = {"行政区划代码；只有一个区时可以不写。",
                "The district's code; may be left out when there is only one."})
        private String district = "";

        private final Console console = new Console("administrator link");

        @Override
        public Integer call() throws IOException, SQLException {
            try (DataAtHand data = DataAtHand.existing()) {
                return tell(ask(data.address()), FolderLock.address(DataFolders.fromEnvironment().root()));
            }
        }

        private Answer ask(DatabaseAddress address) throws SQLException {
            try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                    address.appPassword())) {
                connection.setAutoCommit(false);
                WayBack back = WayBack.over(new SingleConnectionDataSource(connection, true),
                        BusinessClock.of(Clock.system(BusinessClock.ZONE), Optional.empty()));
                District chosen = chosen(back.districts());
                try (PreparedStatement set = connection
                        .prepareStatement("SELECT set_config('jgt.district', ?, true)")) {
                    set.setString(1, chosen.code());
                    set.execute();
                }
                Answer answer = Means.call("command administrator link", () -> fresh.isBlank()
                        ? back.link(chosen, account, withoutFactors)
                        : back.anew(chosen, fresh, name));
                if (answer instanceof Answer.Linked) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return answer;
            }
        }

        private District chosen(List<District> all) {
            if (all.isEmpty()) {
                throw new StartRefused("这里还没有建立区：启动后第一次打开页面时建立，那时设第一位管理员。\n"
                        + "There is no district yet: the first visit to the started server makes it, and its administrator.");
            }
            List<District> meant = all.stream().filter(one -> district.isEmpty() || one.code().equals(district))
                    .toList();
            if (meant.size() != 1) {
                String codes = all.stream().map(District::code).collect(Collectors.joining("、"));
                throw new StartRefused("请用 --district 指明哪个区：" + codes + "\nName the district by --district: " + codes);
            }
            return meant.getFirst();
        }

        private int tell(Answer answer, Optional<String> running) {
            return switch (answer) {
                case Answer.Linked linked -> {
                    console.line(PublicAddress.of(System.getenv()).or(() -> running).orElse("http://localhost:8080")
                            + "/link/" + linked.token());
                    console.line("  " + linked.name() + "（" + linked.login() + "）· 一次有效，到 "
                            + UNTIL.format(linked.until().atZone(BusinessClock.ZONE)) + " · works once, until then");
                    yield 0;
                }
                case Answer.Unclear unclear -> throw new StartRefused("请用 --account 指明一位局管理员：" + list(unclear.known())
                        + "\nName one bureau administrator by --account; where none is left, make one by --new and --name.");
                case Answer.OthersCan others -> throw new StartRefused("还有能登录的管理员，请其在网页上办：" + list(others.active())
                        + "\nAn administrator who can enter does this in the browser, or gets a link here.");
                case Answer.NotMade _ -> throw new StartRefused("没有新建：账号要 3 到 60 个字、没有人用过，并用 --name 写姓名。\n"
                        + "Not made: a login has 3 to 60 characters and is nobody's yet; give the name by --name.");
            };
        }

        private static String list(List<Administrator> some) {
            return some.isEmpty()
                    ? "（没有 · none）"
                    : some.stream()
                            .map(one -> one.login() + " " + one.name() + (one.active() ? "" : "（已停用 · disabled）"))
                            .collect(Collectors.joining("、"));
        }
    }
}
