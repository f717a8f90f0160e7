package org.jiaogongti.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The journal cannot take a line: then nothing else is changed either, reading goes on, and the page says why. */
@PlatformTest
final class FullDiskTest {

    private static final String DESK = "/appraisals?year=2024";

    private final String url;

    FullDiskTest(@Value("${jgt.database.url}") String url) {
        this.url = url;
    }

    private void past(String... statements) {
        TestCluster.shared().remove(url, List.of(statements));
    }

    @AfterEach
    void thereIsRoomAgain() {
        past("drop trigger if exists full_disk on journal.entry", "drop function if exists journal.full_disk()",
                "delete from appraisal.budget where year = '2024'");
    }

    private static Visitor leader(Visitor visitor) {
        Visitor leader = visitor.another();
        Page door = leader.get("/sign-in");
        leader.submit(door, "form[action=/sign-in/sample]", Map.of("account",
                door.html().select("button[name=account]:contains(示例领导01)").val()));
        return leader;
    }

    @Test
    void nothingIsChangedThatTheJournalCannotTell(Visitor visitor) {
        Visitor leader = leader(visitor);
        Page desk = leader.get(DESK);
        past("""
                create function journal.full_disk() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                """,
                "create trigger full_disk before insert on journal.entry for each row execute function journal.full_disk()",
                "alter table journal.entry enable always trigger full_disk");
        Map<String, String> budget = Map.of("budget", "600000", "document", "示例文〔2024〕99 号");
        Page refused = leader.submit(desk, "form[action$=budgets]", budget);
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.html().select("main").text()).contains("磁盘满了", "什么也没有改动", "告诉管理员")
                .doesNotContainIgnoringCase("exception").doesNotContain("could not extend");
        assertThat(leader.get(DESK).text()).as("reading goes on, and nothing is there").contains("这一年还没有定总额")
                .doesNotContain("〔2024〕99 号");
        past("drop trigger full_disk on journal.entry");
        assertThat(leader.submit(desk, "form[action$=budgets]", budget).status()).as("the same form").isEqualTo(303);
        assertThat(leader.get(DESK).text()).contains("〔2024〕99 号");
    }
}
