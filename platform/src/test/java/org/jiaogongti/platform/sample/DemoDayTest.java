package org.jiaogongti.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.shell.Absent;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's date moves on for everybody, is kept over a restart, and does not move anywhere else. */
@PlatformTest
final class DemoDayTest {

    private static final District DISTRICT = new District("330213");

    private final BusinessClock clock;
    private final Installation installation;
    private final Calendars calendars;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoDayTest(BusinessClock clock, Installation installation, Calendars calendars, Journal journal, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.installation = installation;
        this.calendars = calendars;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @AfterEach
    void backToTheDayOfTheSample() throws IOException {
        clock.moveTo(SampleCalendar.TODAY);
        Files.deleteIfExists(kept());
    }

    private Path kept() {
        return installation.data().resolve("business-date");
    }

    private static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account));
        return person;
    }

    @Test
    void theDateMovesOnForEverybodyAndIsThereAfterARestart(Visitor visitor) {
        Visitor principal = as(visitor, "示例校长03");
        Page home = principal.get("/appraisals?year=2022-2023");
        Page page = principal.get(home.html().select("a.demo").attr("href"));
        assertThat(page.html().select("h1").text()).contains("2024-11-20");
        Page moved = principal.submit(page, "form:has(button[value=2024-11-21])", Map.of("to", "2024-11-21"));
        assertThat(moved.status()).isEqualTo(303);
        assertThat(moved.location()).as("back to where one came from").endsWith("/appraisals?year=2022-2023");
        assertThat(as(visitor, "示例职员01").get("/appraisals").html().select(".hd .demo").text()).contains("2024-11-21");
        assertThat(principal.submit(page, "form:has(button[value=2024-11-21])", Map.of("to", "2024-11-21")).text())
                .as("sent twice").contains("已经是 2024-11-21");
        assertThat(principal.submit(page, "form:has(input[type=date])", Map.of("to", "2025-09-01")).text())
                .contains("只到 2025-08-31");
        assertThat(principal.submit(page, "form:has(input[type=date])", Map.of("to", "明天")).status()).isEqualTo(422);
        assertThat(said()).contains("2024-11-20", "2024-11-21");
        BusinessClock again = BusinessClock.of(Clock.systemUTC(), Optional.of(SampleCalendar.TODAY));
        assertThat(new DemoDays(installation, again, calendars, journal)).isNotNull();
        assertThat(again.today()).isEqualTo(LocalDate.of(2024, 11, 21));
    }

    private String said() {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select p.body from journal.entry e join journal.payload p using (district, number)
                where e.action = 'DemoDateMoved' order by e.number desc limit 1
                """).query(String.class).single()));
    }

    @Test
    void elsewhereThereIsNoSuchPageAndTheDateIsTheRealOne() {
        BusinessClock real = BusinessClock.of(Clock.systemUTC(), Optional.empty());
        Installation served = new Installation(Installation.Mode.SERVE, installation.data(), "http://localhost:8080");
        assertThatThrownBy(() -> new DemoDays(served, real, calendars, journal).reach()).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> real.moveTo(SampleCalendar.TODAY)).isInstanceOf(IllegalStateException.class);
    }
}
