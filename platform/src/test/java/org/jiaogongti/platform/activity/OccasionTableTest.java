package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.OccasionRows;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.intake.IntakeResult;
import org.jiaogongti.platform.intake.Intakes;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.intake.Upload;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What schools said and entered themselves is stronger than a table, on the sample world. */
@PlatformTest
class OccasionTableTest {

    private static final District DISTRICT = new District("330213");
    private static final LocalDate DAY = LocalDate.of(2024, 11, 19);
    private static final Actor ADMIN = new Actor(new UUID(8, 1), null, "示例管理员",
            Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)));
    private static final Actor CLERK = new Actor(new UUID(8, 2), null, "示例职员",
            Set.of(Posting.inDistrict(Role.BUREAU_CLERK)));

    private final Intakes intakes;
    private final Answers answers;
    private final Activities activities;
    private final ActivityRecords records;
    private final OccasionReadings readings;
    private final TransactionTemplate transaction;

    OccasionTableTest(Intakes intakes, Answers answers, Activities activities, ActivityRecords records,
            OccasionReadings readings, PlatformTransactionManager transactions) {
        this.intakes = intakes;
        this.answers = answers;
        this.activities = activities;
        this.records = records;
        this.readings = readings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores and tables know their district only inside a transaction. */
    private <T> T inside(Supplier<T> work) {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static IntakeResult.Done done(IntakeResult result) {
        assertThat(result).isInstanceOf(IntakeResult.Done.class);
        return (IntakeResult.Done) result;
    }

    private Occasion named(UUID school, String topic) {
        return inside(() -> readings.standing(List.of(school), List.of(DAY))).stream()
                .filter(each -> each.said().topic().equals(topic)).findFirst().orElseThrow();
    }

    @Test
    void whatASchoolHasAnsweredStaysWhenItsImportIsTakenBack() {
        Ground ground = Scope.call(DISTRICT, records::ground);
        List<School> schools = ground.schoolsOf(ground.composition().communities().getFirst().id(), DAY);
        School lead = schools.getFirst();
        School host = schools.get(1);
        String row = "\n2024-11-19," + lead.name() + ",示范课," + host.name() + "," + lead.name() + ",数学,五,";
        byte[] file = ("日期,记录学校,类型,在哪所学校,带队学校,学科,年级,课题" + row + "整表撤销甲" + row + "整表撤销乙")
                .getBytes(StandardCharsets.UTF_8);
        UUID upload = done(Scope.call(DISTRICT,
                () -> intakes.receive(ADMIN, "occasions", "两次.csv", new ByteArrayInputStream(file)))).upload();
        IntakeResult.Done in = done(Scope.call(DISTRICT, () -> intakes.commit(ADMIN, upload)));
        assertThat(in.rows()).isEqualTo(2);
        assertThat(in.moved()).as("the same duties by both rows").isPositive();

        Occasion answered = named(lead.id(), "整表撤销甲");
        Occasion silent = named(lead.id(), "整表撤销乙");
        assertThat(answered.behalf()).isEqualTo(new Occasion.Behalf(lead.id(), "BUREAU_ADMIN"));
        Actor principal = new Actor(new UUID(8, 3), null, "示例校长",
                Set.of(Posting.atSchool(Role.PRINCIPAL, host.id())));
        Outcome said = Scope.call(DISTRICT,
                () -> answers.answer(principal, answered.id(), host.id(), answered.version(), Step.What.CAME, ""));
        assertThat(said).isInstanceOf(Outcome.Done.class);

        IntakeResult.Done back = done(Scope.call(DISTRICT, () -> intakes.undo(ADMIN, upload)));
        assertThat(back.rows()).isEqualTo(1);
        assertThat(back.stayed()).isEqualTo(1);
        assertThat(state(silent)).isEqualTo(State.WITHDRAWN);
        assertThat(state(answered)).isEqualTo(State.HELD);
        Upload shown = Scope.call(DISTRICT, () -> intakes.find(ADMIN, upload)).orElseThrow();
        assertThat(Scope.call(DISTRICT, () -> intakes.lines(shown, List.of(), 0, 10))).satisfiesExactly(
                line -> assertThat(line.problems()).extracting(Problem::key)
                        .containsExactly("activity.sheet.stays.answered"),
                line -> assertThat(line.problems()).isEmpty());

        Occasion left = named(lead.id(), "整表撤销甲");
        assertThat(Scope.call(DISTRICT,
                () -> activities.withdraw(CLERK, left.id(), left.version(), "示例：收拾测试")))
                .isInstanceOf(Outcome.Done.class);
    }

    private State state(Occasion occasion) {
        return inside(() -> readings.find(occasion.id())).orElseThrow().state();
    }

    /** Said the same it is known, said with less it keeps what it has, said otherwise it is an error of the row. */
    @Test
    void anEntryThatASchoolMadeItselfIsNotChangedByATable() {
        SheetKind kind = Scope.call(DISTRICT, () -> intakes.kind(ADMIN, "occasions")).orElseThrow();
        OccasionRows rows = new OccasionRows(Scope.call(DISTRICT, records::ground));
        Occasion own = inside(readings::standing).stream()
                .filter(each -> each.behalf() == null && !rows.row(each.said()).get("lessons").isEmpty()
                        && rows.said(rows.row(each.said())).isPresent())
                .findFirst().orElseThrow();
        SheetRow whole = rows.row(own.said());
        SheetRow less = whole.with("lessons", "");
        SheetRow other = whole.with("lessons", "39");
        inside(() -> {
            assertThat(kind.check(List.of(new SheetLine(2, whole), new SheetLine(3, less)), List.of())).isEmpty();
            assertThat(kind.check(List.of(new SheetLine(2, other)), List.of()).get(2)).extracting(Problem::key)
                    .containsExactly("activity.sheet.own");
            assertThat(kind.current(List.of(whole))).containsValue(whole);
            assertThat(kind.current(List.of(less))).containsValue(less);
            return own;
        });
    }
}
