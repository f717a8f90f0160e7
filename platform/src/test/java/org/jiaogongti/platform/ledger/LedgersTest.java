package org.jiaogongti.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.ledger.Ledger.Part;
import org.jiaogongti.platform.ledger.Ledger.Row;
import org.jiaogongti.platform.ledger.Ledger.Section;
import org.jiaogongti.platform.ledger.LedgerDesk.Choice;
import org.jiaogongti.platform.ledger.model.EvidenceList;
import org.jiaogongti.platform.ledger.model.LedgerText;
import org.jiaogongti.platform.obligation.InstanceView;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Span.Width;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ledgers of the sample world: one counted by hand, all against the board's own numbers. */
@PlatformTest
final class LedgersTest {

    private static final District DISTRICT = new District("330213");
    private static final Actor LEADER = new Actor(new UUID(1, 1), null, "示例局长",
            Set.of(Posting.inDistrict(Role.BUREAU_LEADER)));

    private final Ledgers ledgers;
    private final Progresses progresses;
    private final MessageBook messages;

    LedgersTest(Ledgers ledgers, Progresses progresses, MessageBook messages) {
        this.ledgers = ledgers;
        this.progresses = progresses;
        this.messages = messages;
    }

    private static LedgerAsked asked(String term, Width width, String community, String school, String... duties) {
        return new LedgerAsked(List.of(duties), term, width, null, community, school);
    }

    private LedgerDesk desk(Actor actor, LedgerAsked asked) {
        return Scope.call(DISTRICT, () -> ledgers.desk(actor, asked)).orElseThrow();
    }

    private String school(String name) {
        return desk(LEADER, asked("", Width.TERM, "", "")).choices().schools().stream()
                .filter(choice -> choice.name().equals(name)).map(Choice::id).findFirst().orElseThrow();
    }

    private Ledger lessonsOfTheLeadSchool(@Nullable DateRange days) {
        LedgerAsked asked = new LedgerAsked(List.of("Q21"), "2024-2025-1", Width.TERM, days, "", school("居敬小学"));
        return Scope.call(DISTRICT, () -> ledgers.open(LEADER, asked)).orElseThrow();
    }

    /** By the rows of the sample's told term: the one at its own school and the disputed one are not among them. */
    @Test
    void theLeadSchoolsLessonsAreThoseCountedByHand() {
        Ledger ledger = lessonsOfTheLeadSchool(null);
        assertThat(ledger.sections()).hasSize(1);
        Section section = ledger.sections().getFirst();
        Part part = section.parts().getFirst();
        assertThat(section.parts()).hasSize(1);
        assertThat(part.counted().stream().map(row -> row.line().date() + " " + row.line().host() + " "
                + row.line().people().getFirst() + " " + row.amount() + " " + row.line().files())).containsExactly(
                        "2024-09-12 江口小学 示例教师03 1 6", "2024-09-19 江口小学 示例教师05 1 5",
                        "2024-09-26 南浦小学 示例教师05 1 4", "2024-10-10 萧王庙小学 示例教师08 1 6",
                        "2024-10-17 江口小学 示例教师11 1 5", "2024-10-24 萧王庙小学 示例教师03 1 4",
                        "2024-10-31 南浦小学 示例教师01 1 0", "2024-11-07 江口小学 示例教师14 1 5",
                        "2024-11-14 育才学校 示例教师11 1 6");
        assertThat(part.sum()).isEqualTo(9);
        assertThat(part.waiting().stream().map(row -> row.line().date().toString())).contains("2024-11-20",
                "2024-12-03", "2024-12-10", "2024-12-17");
        LedgerText text = new LedgerText(messages.in(Language.ZH), ledger.heading().labels(), true);
        assertThat(Stream.concat(part.waiting().stream(), part.refused().stream())
                .filter(row -> row.line().date().equals(LocalDate.of(2024, 11, 5))).map(text::why).toList())
                .singleElement().asString().contains("说法不一");
        assertThat(part.refused().stream().filter(row -> row.line().date().equals(LocalDate.of(2024, 10, 22)))
                .map(text::why).toList()).singleElement().asString().isNotBlank();
        assertThat(section.clauseText()).contains(section.quote().text());
        EvidenceList list = EvidenceList.of(section);
        assertThat(list.pieces()).hasSizeGreaterThanOrEqualTo(41);
        assertThat(list.numbers(part.counted().getFirst().line().id())).isEqualTo("1-6");
        assertThat(list.pieces()).allSatisfy(piece -> assertThat(piece.item().sha256()).matches("[0-9a-f]{64}"));
    }

    @Test
    void someDaysLimitTheRecordsAndLeaveTheWholeNumberInSight() {
        Ledger ledger = lessonsOfTheLeadSchool(new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 31)));
        Part part = ledger.sections().getFirst().parts().getFirst();
        assertThat(part.counted()).hasSize(4);
        LedgerText text = new LedgerText(messages.in(Language.ZH), ledger.heading().labels(), false);
        assertThat(text.sum(part, ledger.sections().getFirst(), ledger.heading()))
                .isEqualTo("这几天计入 4 节；整个时段计入 9 节，目标 15");
        assertThat(text.led(part.counted().getFirst().line())).isEqualTo("居敬小学 教师 1 人");
    }

    /** Every instance of the district in the term, its year and the round: the listed records add up to the board's number. */
    @Test
    void theSumsOfAllLedgersAreTheBoardsNumbers() {
        LedgerDesk desk = desk(LEADER, asked("2024-2025-1", Width.ROUND, "", ""));
        String[] all = desk.duties().stream().map(LedgerDesk.DutyLine::duty).toArray(String[]::new);
        Ledger ledger = Scope.call(DISTRICT,
                () -> ledgers.open(LEADER, asked("2024-2025-1", Width.ROUND, "", "", all))).orElseThrow();
        Map<InstanceKey, Integer> sums = new HashMap<>();
        ledger.sections().forEach(section -> section.parts().forEach(part -> {
            assertThat(part.sum()).as(part.standing().key().toString()).isEqualTo(part.standing().counted());
            sums.put(part.standing().key(), part.sum());
        }));
        Map<InstanceKey, Integer> board = new HashMap<>();
        Scope.call(DISTRICT, () -> progresses.board("2024-2025-1")).orElseThrow().standings().stream()
                .filter(standing -> sums.containsKey(standing.key()))
                .forEach(standing -> board.put(standing.key(), standing.counted()));
        assertThat(board).hasSizeGreaterThan(250);
        assertThat(sums).containsAllEntriesOf(board);
        assertThat(sums.size()).isGreaterThan(board.size());
    }

    /** Read many at once or one by one, what is behind an instance is the same. */
    @Test
    void aLedgerShowsWhatTheDutysPageShows() {
        for (String duty : List.of("Q04", "Q21", "Q24")) {
            Ledger ledger = Scope.call(DISTRICT,
                    () -> ledgers.open(LEADER, asked("2024-2025-1", Width.TERM, "", "", duty))).orElseThrow();
            for (Part part : ledger.sections().getFirst().parts().stream().limit(3).toList()) {
                InstanceView view = Scope.call(DISTRICT, () -> progresses.instance(part.standing().key()))
                        .orElseThrow();
                assertThat(Stream.concat(part.counted().stream(), part.waiting().stream()).map(Row::line)
                        .map(line -> line.id()).toList()).containsExactlyInAnyOrderElementsOf(
                                view.lines().stream()
                                        .filter(line -> line.footing() != InstanceView.Footing.DISPUTED)
                                        .map(line -> line.source().id()).toList());
                assertThat(part.refused()).hasSize(Math.toIntExact(
                        view.nearMisses().stream().filter(miss -> !miss.withdrawn()).count()));
            }
        }
    }

    @Test
    void whoBelongsToOneCommunitySeesOnlyThat() {
        LedgerDesk whole = desk(LEADER, asked("", Width.TERM, "", ""));
        String own = whole.choices().communities().get(2).id();
        Actor researcher = new Actor(new UUID(1, 2), null, "", Set.of(
                new Posting(Role.RESEARCHER, null, UUID.fromString(own), null)));
        LedgerDesk desk = desk(researcher, asked("", Width.TERM, "", ""));
        assertThat(desk.choices().communities()).extracting(Choice::id).containsExactly(own);
        assertThat(desk.duties()).isNotEmpty();
        assertThat(Scope.call(DISTRICT, () -> ledgers.desk(researcher,
                asked("", Width.TERM, whole.choices().communities().getFirst().id(), "")))).isEmpty();
        String stranger = whole.choices().schools().getFirst().id();
        assertThat(Scope.call(DISTRICT, () -> ledgers.open(researcher, asked("", Width.TERM, "", stranger, "Q21"))))
                .isEmpty();
        Actor clerk = new Actor(new UUID(1, 3), null, "", Set.of(
                new Posting(Role.SCHOOL_CLERK, UUID.fromString(stranger), null, null)));
        assertThat(desk(clerk, new LedgerAsked(List.of(), "", Width.TERM, null, "", null)).asked().school())
                .as("an office begins with its own school").isEqualTo(stranger);
    }
}
