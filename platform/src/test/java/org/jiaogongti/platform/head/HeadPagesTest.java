package org.jiaogongti.platform.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.head.HeadFile.Whole;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.journal.Tampering;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of heads: who sees it, what it offers, and what is told to whoever asked. */
@PlatformTest
final class HeadPagesTest {

    private static final District FENGHUA = new District("330213");
    private static final String PAGE = "/journal/heads";

    private final Job job;
    private final BusinessClock clock;
    private final Tampering tampering;

    HeadPagesTest(List<Job> jobs, BusinessClock clock, JdbcClient jdbc) {
        this.job = jobs.stream().filter(each -> each.name().equals("give-head")).findFirst().orElseThrow();
        this.clock = clock;
        this.tampering = new Tampering(jdbc);
    }

    @BeforeEach
    @AfterEach
    void none() {
        tampering.as(FENGHUA, """
                DELETE FROM head.sheet; DELETE FROM head.recipient;
                DELETE FROM reminder.reminder WHERE kind = 'head'""");
    }

    private void give(LocalDate day) {
        Scope.run(FENGHUA, () -> job.work().run(FENGHUA, day));
    }

    @Test
    void whoeverAskedIsToldWhatIsGivenOutAndTakesItAlong(Visitor visitor) {
        LocalDate today = clock.today();
        Visitor clerk = visitor.as("示例职员01");
        Page empty = clerk.get(PAGE);
        assertThat(empty.text()).contains("还没有给出过链尾", "还没有人每天收链尾");
        assertThat(clerk.submit(empty, "form[action=/journal/heads/letters]", Map.of()).status())
                .isEqualTo(303);
        give(today.minusDays(3));
        give(today);
        give(today);
        Page page = clerk.get(PAGE);
        assertThat(page.html().select("tbody tr")).hasSize(2).first().satisfies(row -> assertThat(row.text())
                .contains(today.toString(), today.minusDays(3) + " 以来的第一份", "已写进文件夹"));
        assertThat(page.text()).contains("每天有 1 人收到链尾", "公钥指纹");
        HeadFile file = ((Whole) HeadFile.read(clerk.get(PAGE + "/" + today + ".txt").text())).file();
        assertThat(file.signed()).isTrue();
        assertThat(page.text()).contains(file.code(), file.fingerprint());
        assertThat(clerk.get(PAGE + "/" + today + ".pdf").bytes())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(clerk.get(PAGE + "/" + today.plusDays(1) + ".txt").status()).isEqualTo(404);
        assertThat(clerk.get(PAGE + "/x.pdf").status()).isEqualTo(404);
        List<String> told = clerk.get("/messages").html().select(".li").stream().map(Element::text)
                .filter(line -> line.contains("日志链尾")).toList();
        assertThat(told).filteredOn(line -> !line.contains("已经过去")).as("the latest takes the place of the others")
                .singleElement().asString().contains("330213:" + file.end().lines() + ":" + file.end().sm3());
        clerk.submit(page, "form[action=/journal/heads/letters/end]", Map.of());
        give(today.plusDays(1));
        assertThat(clerk.get("/messages").text()).doesNotContain("330213:" + (file.end().lines() + 1) + ":");
    }

    @Test
    void whoRunsTheMachineLooksOnAndSchoolsDoNot(Visitor visitor) {
        give(clock.today());
        Page technician = visitor.as("示例技术员01").get(PAGE);
        assertThat(technician.status()).isEqualTo(200);
        assertThat(technician.html().select("form[action^=/journal]")).isEmpty();
        assertThat(visitor.as("示例校长03").get(PAGE).status()).isEqualTo(403);
    }

    @Test
    void aHeadThatWasChangedInTheDatabaseIsSeen(Visitor visitor) {
        give(clock.today());
        tampering.as(FENGHUA, "UPDATE head.sheet SET text = replace(text, 'lines: ', 'lines: 1')");
        Page page = visitor.as("示例职员01").get(PAGE);
        assertThat(page.html().select("tbody tr").text()).contains("被改过");
        tampering.as(FENGHUA, "UPDATE head.sheet SET text = 'x'");
        assertThat(visitor.as("示例职员01").get(PAGE).html().select("tbody tr a")).isEmpty();
    }
}
