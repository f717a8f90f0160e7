package org.jiaogongti.platform.start;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiaogongti.platform.shell.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jgt demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "启动演示：示例数据（五个共同体、28 所学校），点一下即可用任一角色登录。",
        "Start the demo: the sample world, one click signs in as any role."}, footer = {"",
                "例 · Examples:", "  ./jgt demo",
                "  ./jgt demo --date 2020-11-18    第一轮，后法之前 · round one, before the later law",
                "", "数据在 data/demo-日期 中保留 · The data is kept in data/demo-DATE."})
final class DemoCommand implements Callable<Integer> {

    static final String DEFAULT_DATE = "2024-11-20";

    private final Class<?> application;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--date", paramLabel = "DATE", defaultValue = DEFAULT_DATE, description = {
            "业务日期，默认 ${DEFAULT-VALUE}；固定不动，在页面上点“示例数据”可以往后走。",
            "Business date, default ${DEFAULT-VALUE}; it stands still until somebody moves it on (页面上的“示例数据”)."})
    private LocalDate date = LocalDate.parse(DEFAULT_DATE);

    @Option(names = "--fresh", description = {"丢弃此日期的演示数据，重新装入。", "Throw this date's demo data away and load it anew."})
    private boolean fresh;

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        DataFolders folders = DataFolders.fromEnvironment();
        StartPlan plan = new StartPlan(Installation.Mode.DEMO, folders.demo(date), folders.cache(), server.port,
                server.lan, Optional.of(date), fresh, folders.prepared(date));
        return new Startup(application, plan, new Console("demo")).run();
    }
}
