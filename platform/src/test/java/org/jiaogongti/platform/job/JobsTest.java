package org.jiaogongti.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.job.store.TaskTable;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done by itself: once over all servers, taken over from one that died, given back, tried again, and seen. */
@PlatformTest
class JobsTest {

    private static final District FENGHUA = new District("330213");

    private final Runner runner;
    private final TaskTable table;
    private final JobClock jobClock;
    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AtomicBoolean stopping = new AtomicBoolean();

    JobsTest(Runner runner, TaskTable table, JobClock jobClock, BusinessClock clock, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.runner = runner;
        this.table = table;
        this.jobClock = jobClock;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from lib.scheduled_tasks").update();
        jobClock.plan(FENGHUA, false);
        Scope.run(FENGHUA, () -> transaction.executeWithoutResult(_ -> jdbc.sql("delete from job.run").update()));
    }

    private static Job hourly(String name, Job.Work work) {
        return Job.every(name, Duration.ofHours(1), work);
    }

    private static String name(int number) {
        return "trial-" + (char) ('a' + number);
    }

    private SchedulerBuilder server(String name, List<Job> jobs, BooleanSupplier ends) {
        List<Task<?>> tasks = jobs.stream().<Task<?>>map(job -> runner.task(job, ends)).toList();
        return table.scheduler(tasks).schedulerName(new SchedulerName.Fixed(name)).threads(3).clock(clock::now)
                .pollingInterval(Duration.ofMillis(20)).heartbeatInterval(Duration.ofMillis(100))
                .missedHeartbeatsLimit(4).shutdownMaxWait(Duration.ofMillis(200));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Until it is so; the test's own end stops what never comes true. */
    private static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private boolean waiting(String job) {
        return jdbc.sql("""
                select count(*) from lib.scheduled_tasks where task_name = :job and not picked
                  and execution_time > now() and last_success is not null and coalesce(consecutive_failures, 0) = 0
                """).param("job", job).query(Integer.class).single() == 1;
    }

    private void due(Scheduler scheduler, String job) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(job, FENGHUA.code()), clock.now());
    }

    @Test
    void twoServersDoEachOfTwentyJobsOnce() {
        Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(20);
        List<Job> jobs = IntStream.range(0, 20).mapToObj(number -> hourly(name(number), (district, day) -> {
            assertThat(district).isEqualTo(FENGHUA);
            assertThat(Scope.required()).isEqualTo(FENGHUA);
            assertThat(day).isEqualTo(clock.today());
            done.computeIfAbsent(name(number), _ -> new AtomicInteger()).incrementAndGet();
            all.countDown();
            return Report.of(1);
        })).toList();
        Scheduler one = server("one", jobs, () -> false).build();
        Scheduler other = server("other", jobs, () -> false).build();
        jobs.forEach(job -> due(one, job.name()));
        one.start();
        other.start();
        await(all);
        until(() -> jobs.stream().allMatch(job -> waiting(job.name())));
        one.stop();
        other.stop();
        assertThat(done).hasSize(20).allSatisfy((_, times) -> assertThat(times).hasValue(1));
        int noted = Scope.call(FENGHUA, () -> transaction.execute(_ -> jdbc
                .sql("select count(*) from job.run where job like 'trial-%' and done = 1").query(Integer.class)
                .single()));
        assertThat(noted).isEqualTo(20);
    }

    @Test
    void whatADeadServerHeldIsTakenOverByAnother() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ever = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ScheduledExecutorService heart = Executors.newScheduledThreadPool(3);
        Scheduler dying = server("dying", List.of(hourly("trial-a", (_, _) -> {
            begun.countDown();
            await(ever);
            return Report.of(1);
        })), () -> false).housekeeperExecutor(heart).build();
        due(dying, "trial-a");
        dying.start();
        await(begun);
        heart.shutdownNow();
        Scheduler other = server("other", List.of(hourly("trial-a", (_, _) -> {
            done.countDown();
            return Report.of(1);
        })), () -> false).build();
        other.start();
        await(done);
        until(() -> waiting("trial-a"));
        other.stop();
        ever.countDown();
        dying.stop();
    }

    @Test
    void aServerThatGoesDownGivesBackWhatItCannotFinish() {
        CountDownLatch begun = new CountDownLatch(1);
        Scheduler leaving = server("leaving", List.of(hourly("trial-a", (_, _) -> {
            begun.countDown();
            await(new CountDownLatch(1));
            return Report.of(1);
        })), stopping::get).build();
        due(leaving, "trial-a");
        leaving.start();
        await(begun);
        stopping.set(true);
        leaving.stop();
        TaskInstanceId given = TaskInstanceId.of("trial-a", FENGHUA.code());
        assertThat(leaving.getScheduledExecution(given)).hasValueSatisfying(found -> {
            assertThat(found.isPicked()).isFalse();
            assertThat(found.getExecutionTime()).isBeforeOrEqualTo(clock.now());
        });
        CountDownLatch done = new CountDownLatch(1);
        Scheduler other = server("other", List.of(hourly("trial-a", (_, _) -> {
            done.countDown();
            return Report.of(1);
        })), () -> false).build();
        other.start();
        await(done);
        other.stop();
        assertThat(failures("trial-a")).as("no failure of the job's").isZero();
    }

    private int failures(String job) {
        return Scope.call(FENGHUA, () -> transaction.execute(_ -> jdbc
                .sql("select count(*) from job.run where job = :job and fault is not null").param("job", job)
                .query(Integer.class).single()));
    }

    @Test
    void whatFailedIsSeenInWordsTriedAgainAndRunsOnDemand(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Page before = admin.get("/jobs");
        assertThat(before.status()).isEqualTo(200);
        assertThat(card(before, "核对进度").text()).contains("还没有运行过", "每天 02:30", "下次");
        AtomicBoolean broken = new AtomicBoolean(true);
        Job prove = Job.daily("prove-progress", 2, 30, (_, _) -> {
            if (broken.get()) {
                throw new IllegalStateException("示例故障");
            }
            return new Report(0, 2);
        });
        assertThat(admin.submit(before, "form[action=/jobs/prove-progress/run]", Map.of()).status()).isEqualTo(303);
        assertThat(jobClock.planned(prove, FENGHUA).orElseThrow().next()).isBeforeOrEqualTo(clock.now());
        // Nobody dies here: a busy machine that misses its heartbeats is not taken for dead and does the job once more.
        Scheduler server = server("one", List.of(prove), () -> false).missedHeartbeatsLimit(1000).build();
        server.start();
        until(() -> jobClock.planned(prove, FENGHUA).filter(planned -> planned.failures() == 1 && !planned.running())
                .isPresent());
        Page failed = admin.get("/jobs");
        assertThat(failed.text()).contains("1 个任务没有做成");
        assertThat(card(failed, "核对进度").text()).contains("程序出了错", "再试").doesNotContain("示例故障");
        assertThat(failed.html().select(".job h2").eachText().getFirst()).as("in trouble, so first").isEqualTo("核对进度");
        assertThat(failures("prove-progress")).isEqualTo(1);
        broken.set(false);
        assertThat(admin.submit(failed, "form[action=/jobs/prove-progress/run]", Map.of()).status()).isEqualTo(303);
        until(() -> waiting("prove-progress"));
        server.stop();
        Page mended = admin.get("/jobs");
        assertThat(card(mended, "核对进度").text()).contains("发现 2 处不对", "前几次", "下次");
        assertThat(mended.text()).doesNotContain("个任务没有做成");
        int asked = Scope.call(FENGHUA, () -> transaction.execute(_ -> jdbc
                .sql("select count(*) from journal.entry where action = 'JobAskedFor'").query(Integer.class).single()));
        assertThat(asked).isEqualTo(2);
        assertThat(as(visitor.another(), "示例职员01").get("/jobs").status()).isEqualTo(403);
    }

    @Test
    void everyJobOfTheProductRunsInTheSampleWorldAndFindsNothingTwice() {
        for (Job job : jobClock.jobs()) {
            runner.run(job, FENGHUA, () -> false);
            Report again = runner.run(job, FENGHUA, () -> false);
            assertThat(again).as(job.name()).isEqualTo(new Report(0, 0));
        }
    }

    private static Element card(Page page, String title) {
        return page.html().select(".job").stream().filter(each -> each.select("h2").text().equals(title)).findFirst()
                .orElseThrow();
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }
}
