package org.jiaogongti.platform.archive.model;

import java.util.Map;
import java.util.TreeMap;

/** The tables that do not move with their district, each with its reason. Every other table that has a district does. */
public final class LeftOut {

    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
            Map.entry("seal.data_key",
                    "封存密钥用本机的密钥包着，改用口令封好放在 keys.json · the data keys are in keys.json, under the passphrase"),
            Map.entry("access.sign_in_failure",
                    "登录失败的计数只对原来的网络有意义 · failed sign-ins belong to the network where they happened"),
            Map.entry("access.device", "保持登录的设备只认原来的网址，请重新登录一次 · remembered devices belong to the old address"),
            Map.entry("access.link", "一次性链接只认原来的网址，请另发 · one-time links belong to the old address"),
            Map.entry("advice.link", "给顾问的链接只认原来的网址，请另发 · links of advisers belong to the old address"),
            Map.entry("attendance.phone",
                    "签到时记住的手机只认原来的网址，下次签到再选一次 · phones remembered for signing in belong to the old address"),
            Map.entry("agenda.feed", "订阅地址只认原来的网址，请另建 · calendar addresses belong to the old address"),
            Map.entry("access.api_token", "令牌不能同时打开两套系统，请在新系统另建 · a token must not open two installations"),
            Map.entry("api.webhook", "试导入的副本不得去通知别的系统，请在新系统另设 · a copy must not speak to other systems"),
            Map.entry("api.delivery", "未送出的通知由原系统送完 · what is still to be sent is sent from here"),
            Map.entry("ledger.folder",
                    "迎检材料包过几天就清除，请在新系统再生成 · inspection folders are soon removed; make them anew there"),
            Map.entry("lib.spring_session", "登录状态不搬 · sessions end with their server"),
            Map.entry("lib.spring_session_attributes", "登录状态不搬 · sessions end with their server"),
            Map.entry("lib.scheduled_tasks", "后台任务由新系统自己安排 · the new installation plans its own jobs"),
            Map.entry("reminder.mail_server", "副本不得自己发信，请在新系统另设 · a copy must not write letters"),
            Map.entry("reminder.robot", "副本不得在群里说话，请在新系统另设 · a copy must not speak in chats"),
            Map.entry("reminder.delivery", "未送出的由原系统送完 · what is still to be sent is sent from here"),
            Map.entry("job.run", "后台任务的运行记录只对原来的服务器有意义 · what came of jobs belongs to the servers that ran them"),
            Map.entry("lib.event_publication", "服务内部的待办，只有编号 · the server's own queue, ids only"),
            Map.entry("lib.flyway_schema_history",
                    "数据库的升级步骤，记在清单里 · the steps of the database, named in the manifest")));

    private LeftOut() {}

    public static boolean has(String table) {
        return REASONS.containsKey(table);
    }

    public static String why(String table) {
        return REASONS.getOrDefault(table, "");
    }

    public static Map<String, String> reasons() {
        return Map.copyOf(REASONS);
    }
}
