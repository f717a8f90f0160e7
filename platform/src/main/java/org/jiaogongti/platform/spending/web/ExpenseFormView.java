package org.jiaogongti.platform.spending.web;

import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.spending.Category;
import org.jiaogongti.platform.spending.Duty;
import org.jiaogongti.platform.spending.Expense;
import org.jiaogongti.platform.spending.Expenses.Offer;
import org.jspecify.annotations.Nullable;

/** The form for a payment: empty, from an occasion, or like one that is entered anew. */
public record ExpenseFormView(Offer offer, Problem problem, Words words) {

    private static final String FORM = "expense";

    public String path() {
        return "/spending/schools/" + offer.school().id();
    }

    public String typed(String name) {
        return problem.typed(FORM, name, start(name));
    }

    public @Nullable String error(String name) {
        return problem.at(FORM, name);
    }

    /**
     * What stands in a field before anything is typed. Of the duties that the occasion counts for it is the last one: the
     * notice first says how activities are filed, and then which ones are held.
     */
    private String start(String name) {
        OccasionBrief occasion = offer.occasion();
        Expense like = offer.like();
        if (like != null) {
            return like(like.said(), name);
        }
        return switch (name) {
            case "day" -> occasion == null || occasion.date().isAfter(offer.today())
                    ? offer.today().toString()
                    : occasion.date().toString();
            case "about" -> occasion == null ? "" : shortened(occasion.title());
            case "duty" -> offer.duties().stream().map(Duty::id).filter(offer.served()::contains)
                    .reduce("", (_, later) -> later);
            case "quantity" -> "1";
            case "source" -> Expense.Source.OWN.name();
            default -> "";
        };
    }

    private static String like(Expense.Said said, String name) {
        return switch (name) {
            case "day" -> said.day().toString();
            case "category" -> said.category();
            case "amount" -> Words.plain(said.fen());
            case "quantity" -> Integer.toString(said.quantity());
            case "source" -> said.source().name();
            case "payee" -> said.payee().name();
            case "payeeName" -> said.payeeName();
            case "about" -> said.about();
            case "duty" -> said.duty();
            case "invoice" -> said.invoice();
            default -> "";
        };
    }

    private static String shortened(String title) {
        return title.length() > Expense.LONGEST ? title.substring(0, Expense.LONGEST) : title;
    }

    public boolean served(Duty duty) {
        return offer.served().contains(duty.id());
    }

    public Expense.Payee[] payees() {
        return Expense.Payee.values();
    }

    public Expense.Source[] sources() {
        return Expense.Source.values();
    }

    /** Whether any category asks for a number of units. */
    public boolean counts() {
        return offer.categories().stream().anyMatch(each -> each.unit() != Category.Unit.NONE);
    }

    public String grantLeft() {
        return Words.yuan(offer.granted().left());
    }
}
