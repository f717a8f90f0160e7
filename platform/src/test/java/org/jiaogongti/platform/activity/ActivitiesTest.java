package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Step.What;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.bin.Restored;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.obligation.Proof;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.junit.jupiter.api.Test;

/** Recording, answering, joining, taking back, pasting: against the real database, in the sample district. */
@PlatformTest
class ActivitiesTest {

    private static final District DISTRICT = new District("330213");
    /** Six for schools, communities, campuses, calendar and kinds, one for the same entry of the other side, one for the chain. */
    private static final int SAVE_SELECTS = 8;

    private final Activities activities;
    private final Answers answers;
    private final ActivityRecords records;
    private final Batches batches;
    private final SchoolHomes homes;
    private final Deletions deletions;
    private final Proof proof;

    ActivitiesTest(Activities activities, Answers answers, ActivityRecords records, Batches batches,
            SchoolHomes homes, Deletions deletions, Proof proof) {
        this.deletions = deletions;
        this.proof = proof;
        this.activities = activities;
        this.answers = answers;
        this.records = records;
        this.batches = batches;
        this.homes = homes;
    }

    @Test
    void oneFormSentTwentyTimesAtOnceIsOneOccasion() throws Exception {
        OccasionEntry entry = lesson(UUID.randomUUID(), "并发二十次");
        Actor clerk = leadClerk();
        Set<UUID> ids = new HashSet<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            List<Callable<Outcome>> sendings = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sendings.add(() -> in(() -> activities.record(clerk, entry, List.of())));
            }
            for (Future<Outcome> sent : people.invokeAll(sendings)) {
                ids.add(switch (sent.get()) {
                    case Outcome.Done done -> done.id();
                    case Outcome.Already already -> already.id();
                    default -> throw new AssertionError(sent.get());
                });
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void oneLessonMovesItsDutiesAtOnceAndBackAgain() {
        Outcome.Done done = done(record(leadClerk(), lesson(UUID.randomUUID(), "一节课几项责任")));
        assertThat(done.effects()).extracting(effect -> effect.key().duty()).contains("Q21", "Q22");
        assertThat(done.effects()).filteredOn(effect -> effect.key().duty().equals("Q21"))
                .allMatch(effect -> effect.after() == effect.before() + 2);
        Outcome.Done undone = done(in(() -> activities.withdraw(leadClerk(), done.id(), 1, "")));
        assertThat(undone.effects()).filteredOn(effect -> effect.key().duty().equals("Q21"))
                .allMatch(effect -> effect.after() == effect.before() - 2);
    }

    @Test
    void objectionTakesItOutAndAgreementBringsItBack() {
        Outcome.Done done = done(record(leadClerk(), lesson(UUID.randomUUID(), "来过不对")));
        UUID member = member();
        Actor principal = actor(Posting.atSchool(org.jiaogongti.platform.access.Role.PRINCIPAL, member));
        Outcome.Done no = done(in(() -> answers.answer(principal, done.id(), member, 1, What.NOT_SO, "是网上听的")));
        assertThat(no.effects()).filteredOn(effect -> effect.key().duty().equals("Q21"))
                .allMatch(effect -> effect.after() == effect.before() - 2);
        Outcome.Done yes = done(in(() -> answers.answer(principal, done.id(), member, 1, What.CAME, "")));
        assertThat(yes.effects()).filteredOn(effect -> effect.key().duty().equals("Q21"))
                .allMatch(effect -> effect.after() == effect.before() + 2);
    }

    @Test
    void entryOfTheOtherSchoolIsOfferedAndJoinedCountsOnce() {
        done(record(leadClerk(), lesson(UUID.randomUUID(), "两校都记")));
        Actor other = actor(Posting.atSchool(org.jiaogongti.platform.access.Role.SCHOOL_CLERK, member()));
        OccasionEntry own = entry(member(), UUID.randomUUID(), "两校都记", "");
        Outcome offered = record(other, own);
        assertThat(offered).isInstanceOf(Outcome.PerhapsSame.class);
        UUID first = ((Outcome.PerhapsSame) offered).others().getFirst().id();
        Outcome.Done joined = done(record(other, entry(member(), own.token(), "两校都记", first.toString())));
        assertThat(joined.effects()).allMatch(effect -> effect.after() == effect.before());
        assertThat(in(() -> records.sheet(other, joined.id())).orElseThrow().occasion().joinedInto()).isEqualTo(first);
    }

    /** The entry joined to it counts for both while it lies in the bin; brought back, they are one again. */
    @Test
    void anEntryComesBackWithTheOneThatWasJoinedToIt() {
        Actor clerk = leadClerk();
        Outcome.Done first = done(
                record(clerk, entry(lead(), "2024-11-12", UUID.randomUUID(), "合并后删了又恢复", "no")));
        Actor other = actor(Posting.atSchool(org.jiaogongti.platform.access.Role.SCHOOL_CLERK, member()));
        Outcome.Done second = done(
                record(other, entry(member(), "2024-11-12", UUID.randomUUID(), "合并后删了又恢复", first.id().toString())));
        Outcome.Done gone = done(in(() -> activities.withdraw(clerk, first.id(), 1, "记错了")));
        assertThat(in(() -> records.sheet(other, second.id())).orElseThrow().occasion().joinedInto()).isNull();
        assertThat(gone.effects()).filteredOn(effect -> effect.key().duty().equals("Q21")).isNotEmpty();
        UUID deleted = in(() -> deletions.of("occasion", first.id())).orElseThrow().id();
        assertThat(in(() -> deletions.restore(other, deleted))).as("another school's bin")
                .isEqualTo(new Restored.Absent());
        assertThat(in(() -> deletions.restore(clerk, deleted)))
                .isEqualTo(new Restored.Done("/activities/" + first.id()));
        assertThat(in(() -> records.sheet(other, second.id())).orElseThrow().occasion().joinedInto())
                .isEqualTo(first.id());
        assertThat(in(proof::differences)).as("counted as a whole evaluation counts").isEmpty();
    }

    /** Held by two communities it counts in each, its fields come back as they were, and it is one occasion in one list. */
    @Test
    void occasionOfTwoCommunitiesCountsOnceInEach() {
        UUID other = ground().composition().communities().getLast().id();
        UUID guest = school(other);
        Outcome.Done done = done(record(leadClerk(), meeting(UUID.randomUUID(), guest, List.of(other))));
        assertThat(done.effects()).extracting(effect -> effect.key().bearer())
                .containsExactlyInAnyOrder(member().toString(), guest.toString());
        assertThat(done.effects()).allMatch(effect -> effect.after() == effect.before() + 1);
        Actor there = actor(Posting.inSubjectGroup(org.jiaogongti.platform.access.Role.CONVENOR, other, "数学"));
        Occasion seen = in(() -> records.sheet(there, done.id())).orElseThrow().occasion();
        assertThat(seen.said().alsoIn()).containsExactly(other);
        assertThat(seen.said().fields()).containsEntry("agenda", new FieldValue.Words("两个共同体的作息"));
        ActivityFilter agenda = new ActivityFilter("两个共同体的作息", null, null, "leadership-meeting", "agenda", "",
                ActivityFilter.Shown.LIVING, null, ActivityFilter.Order.DATE);
        assertThat(in(() -> records.list(there, records.ground(), agenda, null, 50)).rows())
                .extracting(Occasion::id).containsExactly(done.id());
        Outcome.Done changed = done(in(() -> activities.change(leadClerk(), done.id(), 1,
                meeting(done.id(), guest, List.of()))));
        assertThat(changed.effects()).filteredOn(effect -> effect.after() != effect.before())
                .extracting(effect -> effect.key().bearer()).containsOnly(guest.toString());
        assertThat(in(() -> records.sheet(there, done.id()))).isEmpty();
        assertThat(((Outcome.Bad) record(leadClerk(), meeting(UUID.randomUUID(), lead(), List.of(other)))).errors())
                .extracting(FieldError::field).containsExactly("alsoIn");
    }

    private OccasionEntry meeting(UUID token, UUID guest, List<UUID> alsoIn) {
        return new OccasionEntry(token, lead().toString(), "2024-11-19", "", "", "", "", "", "leadership-meeting",
                Map.of(),
                "", List.of(), "", "两个共同体的班子", Map.of(member().toString(), "3", guest.toString(), "4"),
                Map.of("agenda", "两个共同体的作息"), alsoIn.stream().map(UUID::toString).toList(), "no");
    }

    /** A member school of a community that owes by itself, no point of a central school. */
    private UUID school(UUID community) {
        Ground ground = ground();
        return ground.schoolsOf(community, ground.today()).stream().map(School::id)
                .filter(school -> ground.centralOf(school, ground.today()).isEmpty()).reduce((one, next) -> next)
                .orElseThrow();
    }

    @Test
    void staleVersionAndForeignIdsAreRefused() {
        Outcome.Done done = done(record(leadClerk(), lesson(UUID.randomUUID(), "版本")));
        OccasionEntry changed = lesson(done.id(), "版本二");
        assertThat(in(() -> activities.change(leadClerk(), done.id(), 1, changed))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> activities.change(leadClerk(), done.id(), 1, changed)))
                .as("the same form sent again, its answer lost").isEqualTo(new Outcome.Already(done.id()));
        assertThat(in(() -> activities.change(leadClerk(), done.id(), 1, lesson(done.id(), "版本三"))))
                .isInstanceOf(Outcome.Stale.class);
        Actor stranger = actor(Posting.atSchool(org.jiaogongti.platform.access.Role.SCHOOL_CLERK, stranger()));
        assertThat(in(() -> activities.withdraw(stranger, done.id(), 2, "x"))).isInstanceOf(Outcome.Absent.class);
        assertThat(in(() -> records.sheet(stranger, done.id()))).isEmpty();
        assertThat(in(() -> records.sheet(leadClerk(), UUID.randomUUID()))).isEmpty();
    }

    @Test
    void sameRowsPastedTwiceDoNoHarmAndBadOnesStay() {
        String member = ground().nameOf(member());
        String lead = ground().nameOf(lead());
        String rows = "日期\t学校\t类型\t节数\t学科\t带队学校\t谁去的\t课题\n" + "2024.9.3\t" + member + "\t示范课\t２\t数学\t" + lead
                + "\t𠮷野䶮\t粘贴一\n" + "9月4日\t" + member + "\t听课评课\t1\t\t" + lead + "\t阿依古丽·买买提\t粘贴二\n"
                + "明天\t没有的学校\t示范课\t99\t数学\t" + lead + "\t\t坏行";
        Batches.Result first = in(() -> batches.record(leadClerk(), lead(), rows)).orElseThrow();
        assertThat(first.saved()).isEqualTo(2);
        assertThat(first.left()).contains("坏行").contains("日期").doesNotContain("粘贴一");
        assertThat(first.lines().getLast().errors()).extracting(FieldError::field).contains("date", "host");
        Batches.Result second = in(() -> batches.record(leadClerk(), lead(), rows)).orElseThrow();
        assertThat(second.saved()).isZero();
        assertThat(second.known()).isEqualTo(2);
        ActivityFilter named = new ActivityFilter("𠮷野䶮", null, "", ActivityFilter.Shown.LIVING, null,
                ActivityFilter.Order.PERSON);
        assertThat(in(() -> records.list(leadClerk(), records.ground(), named, null, 50)).rows())
                .allMatch(row -> row.said().people().contains("𠮷野䶮")).hasSize(1);
    }

    @Test
    void savingAndTheHomeCostAFixedNumberOfStatements() {
        Actor clerk = leadClerk();
        UUID lead = lead();
        record(clerk, lesson(UUID.randomUUID(), "预热"));
        OccasionEntry first = lesson(UUID.randomUUID(), "第一次");
        OccasionEntry second = lesson(UUID.randomUUID(), "第二次");
        SqlCount.of(() -> record(clerk, first)).assertSelects(SAVE_SELECTS);
        SqlCount.of(() -> record(clerk, second)).assertSelects(SAVE_SELECTS);
        SqlCount before = SqlCount.of(() -> in(() -> homes.of(clerk, lead)));
        record(clerk, lesson(UUID.randomUUID(), "又一次"));
        SqlCount.of(() -> in(() -> homes.of(clerk, lead))).assertSelects(before.selects());
    }

    /** Pages go on from a row and never count those before it. */
    @Test
    void aPageAtTheFarEndCostsWhatTheSecondDoes() {
        Actor leader = actor(Posting.inDistrict(org.jiaogongti.platform.access.Role.BUREAU_LEADER));
        Ground ground = ground();
        ActivityFilter all = new ActivityFilter("", null, "", ActivityFilter.Shown.LIVING, null,
                ActivityFilter.Order.DATE);
        ActivityFilter early = new ActivityFilter("", null, "", ActivityFilter.Shown.LIVING,
                new DateRange(LocalDate.of(2019, 10, 1), LocalDate.of(2020, 1, 31)), ActivityFilter.Order.DATE);
        UUID second = in(() -> records.list(leader, ground, all, null, 50)).rows().getLast().id();
        UUID last = in(() -> records.list(leader, ground, early, null, 50)).rows().getLast().id();
        SqlCount near = SqlCount.of(() -> in(() -> records.list(leader, ground, all, second, 50)));
        SqlCount far = SqlCount.of(() -> in(() -> records.list(leader, ground, all, last, 50)));
        assertThat(far.statements()).isEqualTo(near.statements())
                .noneMatch(sql -> sql.toLowerCase(java.util.Locale.ROOT).contains("offset"));
        assertThat(in(() -> records.list(leader, ground, all, last, 50)).rows()).isNotEmpty()
                .allMatch(row -> row.said().date().isBefore(LocalDate.of(2020, 2, 1)));
    }

    private Ground ground() {
        return in(records::ground);
    }

    private Community community() {
        return ground().composition().communities().getFirst();
    }

    private UUID lead() {
        return school(Role.LEAD);
    }

    private UUID member() {
        return school(Role.MEMBER);
    }

    private UUID school(Role role) {
        Ground ground = ground();
        return ground.schoolsOf(community().id(), ground.today()).stream()
                .filter(school -> ground.membership(school.id(), ground.today()).orElseThrow().role() == role)
                .findFirst().orElseThrow().id();
    }

    private UUID stranger() {
        Ground ground = ground();
        return ground.schoolsOf(ground.composition().communities().getLast().id(), ground.today()).getFirst().id();
    }

    private Actor leadClerk() {
        return actor(Posting.atSchool(org.jiaogongti.platform.access.Role.SCHOOL_CLERK, lead()));
    }

    private static Actor actor(Posting posting) {
        UUID account = UUID.nameUUIDFromBytes(posting.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(account, null, "示例教务", Set.of(posting));
    }

    private OccasionEntry lesson(UUID token, String topic) {
        return entry(lead(), token, topic, "no");
    }

    private OccasionEntry entry(UUID side, UUID token, String topic, String same) {
        return entry(side, "2024-11-19", token, topic, same);
    }

    private OccasionEntry entry(UUID side, String date, UUID token, String topic, String same) {
        Map<String, String> lessons = new LinkedHashMap<>();
        lessons.put("demonstration-lesson", "2");
        lessons.put("lesson-observation", "1");
        return new OccasionEntry(token, side.toString(), date, "", member().toString(), lead().toString(),
                "BACKBONE", "示例教师01", "demonstration-lesson", lessons, "数学", List.of("五"), "", topic, Map.of(), same);
    }

    private Outcome record(Actor actor, OccasionEntry entry) {
        return in(() -> activities.record(actor, entry, List.of()));
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }
}
