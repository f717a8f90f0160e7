package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jiaogongti.platform.obligation.Amendments;
import org.jiaogongti.platform.obligation.Amended;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Actor;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Adoption;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A number or a reading changed in the browser, from a day on, by two people. */
@PlatformTest
@Order(3)
class AmendmentPagesTest {

    private static final District FENGHUA = new District("330213");
    private static final String NUMBER = "what=number:Q21&number=20&from=2024-09-02&document=%E5%B1%80%E5%8A%A1"
            + "&decider=%E7%A4%BA%E4%BE%8B%E9%A2%86%E5%AF%BC01";
    private static final String READING = "what=reading:%E8%8A%82%E6%95%B0%E6%80%8E%E4%B9%88%E5%90%88%E8%AE%A1/"
            + "%E6%AF%8F%E6%89%80%E6%88%90%E5%91%98%E6%A0%A1&from=2025-02-17&document=%E5%B1%80%E5%8A%A1"
            + "&decider=%E7%A4%BA%E4%BE%8B%E9%A2%86%E5%AF%BC01";

    private final Adoption adoption;
    private final Amendments amendments;
    private final Progresses progresses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AmendmentPagesTest(Adoption adoption, Amendments amendments, Progresses progresses, JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.adoption = adoption;
        this.amendments = amendments;
        this.progresses = progresses;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @AfterEach
    void takeTheNoticesOwnCharterAgain() {
        Scope.run(FENGHUA, () -> adoption.adopt("fenghua-2019", null));
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }

    /** What is kept of every instance; the key and its figures. */
    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        Scope.run(FENGHUA,
                () -> transactions.executeWithoutResult(_ -> jdbc
                        .sql("""
                                select duty || '/' || bearer || '/' || counterpart || '/' || period as key,
                                    target || ' ' || counted || ' ' || planned || ' ' || disputed || ' ' || coalesce(waiver::text, '') as figures
                                from obligation.progress
                                """)
                        .query(row -> {
                            kept.put(row.getString("key"), row.getString("figures"));
                        })));
        return kept;
    }

    private static String propose(Visitor visitor, String query) {
        Page form = visitor.get("/charter/changes/new?" + query);
        assertThat(form.html().select("main [role=alert]:not([hidden])").eachText()).isEmpty();
        Page kept = visitor.submit(form, "form[action=/charter/changes]", Map.of());
        assertThat(kept.status()).isEqualTo(303);
        return kept.location();
    }

    @Test
    void aNumberIsChangedByTwoPeopleAndOnlyTouchedCellsOfOpenTermsFollow(Visitor visitor) {
        Map<String, String> before = kept();
        Visitor editor = as(visitor, "示例职员02");
        Page form = editor.get("/charter/changes/new?" + NUMBER);
        assertThat(form.html().select("table.lines tbody tr")).isNotEmpty();
        assertThat(form.html().text()).contains("已结束的学期不变");
        String address = propose(editor, NUMBER);
        assertThat(kept()).as("nothing holds before a second person confirms").isEqualTo(before);
        assertThat(editor.get(address).html().select("form[action$=confirmation]")).isEmpty();

        Visitor admin = as(visitor.another(), "示例管理员01");
        Page waiting = admin.get(address);
        List<String> foretold = waiting.html().select("table.lines tbody tr").stream()
                .filter(row -> row.text().contains("2024学年第一学期"))
                .map(row -> row.select("td:last-child .num").text()).toList();
        assertThat(admin.submit(waiting, "form[action$=confirmation]", Map.of()).location()).isEqualTo(address);

        Map<String, String> after = kept();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> changed = after.keySet().stream().filter(key -> !Objects.equals(after.get(key), before.get(key)))
                .toList();
        assertThat(changed).isNotEmpty().allMatch(key -> key.startsWith("Q21/"))
                .noneMatch(key -> key.endsWith("/2023-2024-2"));
        assertThat(changed.stream().filter(key -> key.endsWith("/2024-2025-1"))).hasSize(5)
                .allMatch(key -> after.getOrDefault(key, "").startsWith("20 "));
        assertThat(admin.get("/board?duty=Q21").html().select("table.mx td b").eachText())
                .hasSize(5).containsExactlyInAnyOrderElementsOf(foretold);
        assertThat(admin.get("/charter/changes").html().select("article")).isNotEmpty();
        assertThat(admin.get(address).html().text()).contains("已生效");
    }

    @Test
    void whoStandsInForTheProposerDecidesNoMoreThanTheProposer(Visitor visitor) {
        String address = propose(as(visitor, "示例职员02"), READING);
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        Scope.run(FENGHUA, () -> {
            UUID proposer = Objects.requireNonNull(transactions.execute(_ -> jdbc
                    .sql("select proposed_by from obligation.amendment where id = :id").param("id", id)
                    .query(UUID.class).single()));
            Set<Posting> admin = Set.of(Posting.inDistrict(Role.BUREAU_ADMIN));
            Actor deputy = new Actor(UUID.randomUUID(), null, "示例代理", admin, Set.of(proposer));
            Amended own = new Amended.Refused("obligation.change.refused.own", List.of());
            assertThat(amendments.confirm(deputy, id)).isEqualTo(own);
            assertThat(amendments.end(deputy, id, "不合适")).isEqualTo(own);
            assertThat(amendments.end(new Actor(proposer, null, "示例职员02", admin), id, ""))
                    .as("taken back").isInstanceOf(Amended.Kept.class);
        });
    }

    @Test
    void theFileGivenOutIsTheCharterInForce(Visitor visitor) {
        String address = propose(as(visitor, "示例职员02"), READING);
        Visitor admin = as(visitor.another(), "示例管理员01");
        admin.submit(admin.get(address), "form[action$=confirmation]", Map.of());

        String file = admin.get("/charter/file").text();
        Charter again = Charters.of("charter.yaml",
                new CharterText(file, Charters.bundledText("fenghua-2019").notice()));
        Charter inForce = Scope.call(FENGHUA, () -> progresses.inForce().orElseThrow().charter());
        assertThat(again.readings()).isEqualTo(inForce.readings());
        assertThat(again.having(Set.of("报备", "活动方案")).obligations()).isEqualTo(inForce.obligations());
        assertThat(again.rounds()).isEqualTo(inForce.rounds());
        assertThat(again.readings()).isNotEqualTo(Charters.bundled("fenghua-2019").readings());
        assertThat(file.lines().count())
                .isEqualTo(Charters.bundledText("fenghua-2019").charter().lines().count() + 1);
    }

    @Test
    void aReadingThatMakesOtherInstancesLeavesClosedTermsAlone(Visitor visitor) {
        Map<String, String> before = kept();
        String address = propose(as(visitor, "示例职员02"), READING);
        Visitor admin = as(visitor.another(), "示例管理员01");
        admin.submit(admin.get(address), "form[action$=confirmation]", Map.of());

        Map<String, String> after = kept();
        assertThat(after.entrySet()).as("one cell for each member school from spring on")
                .hasSizeGreaterThan(before.size());
        assertThat(before.entrySet().stream().filter(each -> !each.getKey().endsWith("/2024-2025-2")
                && !each.getKey().contains("/2025-")).filter(each -> !each.getValue().equals(after.get(each.getKey()))))
                .isEmpty();
    }

    @Test
    void nobodyConfirmsTheirOwnAndTheDatabaseSaysSoToo(Visitor visitor) {
        String address = propose(as(visitor, "示例职员02"), NUMBER);
        assertThat(propose(visitor, NUMBER)).as("pressed twice, kept once").isEqualTo(address);
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        Page own = visitor.get(address);
        Page refused = visitor.post("/charter/changes/" + id + "/confirmation",
                Map.of("_csrf", own.html().select("form[action$=withdrawal] input[name=_csrf]").val()));
        assertThat(visitor.follow(refused).html().text()).contains("自己填的不能自己确认");
        assertThatThrownBy(() -> Scope.run(FENGHUA, () -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                insert into obligation.amendment_end (amendment, outcome, reason, proposed_by, ended_by, ended_at)
                select id, 'REFUSED', 'x', proposed_by, proposed_by, now() from obligation.amendment where id = :id
                """).param("id", id).update()))).isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("amendment_needs_a_second_person");
        assertThat(visitor.submit(visitor.get(address), "form[action$=withdrawal]", Map.of()).location())
                .isEqualTo(address);
        assertThat(visitor.get(address).html().text()).contains("收回");
    }

    @Test
    void whatCannotBeIsSaidInWords(Visitor visitor) {
        as(visitor, "示例管理员01");
        assertThat(visitor.get("/charter/changes/new?" + NUMBER.replace("2024-09-02", "2024-06-30")).html()
                .select("[role=alert]").text()).contains("2024-09-02");
        assertThat(visitor.get("/charter/changes/new?" + NUMBER.replace("number=20", "number=15")).html()
                .select("[role=alert]").text()).contains("不用改");
        assertThat(visitor.get("/charter/changes/new?" + NUMBER.replace("number=20", "number=0")).html()
                .select("[aria-invalid=true]").eachAttr("name")).containsExactly("number");
        assertThat(visitor.get("/charter/changes/new?" + NUMBER.replace("Q21", "Q99")).html()
                .select("[role=alert]").text()).contains("Q99");
        assertThat(visitor.get("/charter/changes/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(as(visitor.another(), "示例职员01").get("/charter/changes/new").status()).isEqualTo(403);
    }
}
