package org.jiaogongti.platform.start;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiaogongti.platform.shell.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jgt serve}. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "启动正式系统。首次打开页面时建立管理员（没有默认密码）。",
        "Start the real thing. The first visit creates the administrator; there is no default password."}, footer = {
                "", "环境变量 · Environment:", "  JGT_DATA                      数据目录，默认 ./data · data folder",
                "  JGT_CACHE                     数据库程序解开到哪里，默认 数据目录/cache · where PostgreSQL is unpacked",
                "  JGT_DATABASE_URL              外部 PostgreSQL 18（jdbc:postgresql://…），不再启动内置的 · a server of your own",
                "  JGT_DATABASE_OWNER_PASSWORD   其中角色 jgt_owner 的密码 · password of role jgt_owner there",
                "  JGT_DATABASE_APP_PASSWORD     其中角色 jgt_app 的密码 · password of role jgt_app there",
                "  JGT_SEALING_KEY               封存密钥的文件，默认 数据目录/sealing.key · file of the sealing keys",
                "  JGT_SEALING_CIPHER            AES（默认）或 SM4 · cipher for what is sealed from now on",
                "  JGT_ADDRESS                   经反向代理对外的地址，例如 https://jgt.example.org · address behind a proxy",
                "  JGT_SSO_ISSUER、JGT_SSO_CLIENT…  单点登录 · single sign-on (docs/operations/single-sign-on.md)",
                "  JGT_WEBHOOKS_HOSTS            内网里可以通知的主机名 · inner hosts that may be told (docs/operations/webhooks.md)",
                "  JGT_JOBS_ON                   false：这台服务器不做后台任务 · this server does no background jobs"})
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;

    @Mixin
    private ServerOptions server = new ServerOptions();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        DataFolders folders = DataFolders.fromEnvironment();
        StartPlan plan = new StartPlan(Installation.Mode.SERVE, folders.root(), folders.cache(), server.port,
                server.lan, Optional.empty(), false, Optional.empty());
        return new Startup(application, plan, new Console("serve")).run();
    }
}
