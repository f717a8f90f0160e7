package org.jiaogongti.platform.spending.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Aside;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expenses;
import org.jiaogongti.platform.spending.Funds;
import org.springframework.stereotype.Component;

/** What an occasion cost, for those who may see money, and what waits for a principal on the school's own page. */
@Component
class SpendingAsides implements Aside.Source {

    private final Funds funds;
    private final Expenses expenses;

    SpendingAsides(Funds funds, Expenses expenses) {
        this.funds = funds;
        this.expenses = expenses;
    }

    @Override
    public List<Aside> ofOccasion(Actor actor, Occasion occasion, Messages m) {
        Funds.OfOccasion found = funds.ofOccasion(actor, occasion.id());
        boolean live = occasion.state() == Occasion.State.HELD || occasion.state() == Occasion.State.PLANNED;
        List<Aside.Action> actions = live
                ? found.enters().stream().limit(1).map(school -> new Aside.Action(m.t("spending.aside.enter"),
                        "/spending/schools/" + school + "/expenses/new?occasion=" + occasion.id(), false)).toList()
                : List.of();
        List<Aside.Line> lines = new ArrayList<>();
        found.shares().forEach((school, share) -> lines.add(new Aside.Line(
                m.t("spending.aside.line", Words.yuan(share.fen()), share.entries()),
                found.names().getOrDefault(school, ""), "/spending/schools/" + school + "?year="
                        + occasion.said().date().getYear() + "&show=STANDING&occasion=" + occasion.id() + "#payments",
                "", "")));
        return lines.isEmpty() && actions.isEmpty()
                ? List.of()
                : List.of(new Aside("spending", Aside.Place.TOLD, m.t("spending.nav"), "", lines, actions));
    }

    @Override
    public List<Aside> ofSchool(Actor actor, UUID school, Messages m) {
        List<Aside.Line> lines = new ArrayList<>();
        for (Expense each : expenses.waiting(actor, school)) {
            lines.add(new Aside.Line(each.said().about(),
                    m.t("spending.aside.waits", Words.yuan(each.said().fen()), each.by().name(),
                            each.by().on().toString()),
                    "/spending/expenses/" + each.id(), "going", m.t("spending.state.WAITING")));
        }
        return lines.isEmpty()
                ? List.of()
                : List.of(new Aside(m.t("spending.aside.waiting"),
                        "/spending/schools/" + school + "?show=WAITING#payments", lines));
    }
}
