package org.jiaogongti.platform.appraisal.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.appraising.Simulation;
import org.jiaogongti.charter.appraising.Simulation.Trial;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Schemes.Rule;
import org.jspecify.annotations.Nullable;

/**
 * 试分: the year's scores with another budget and other rules, side by side. Nothing is written.
 *
 * @param typed the budget as it was typed
 * @param budget in fen, null where what was typed is no amount
 */
public record SimulatorView(Desk desk, List<Rule> rules, String typed, @Nullable BigInteger budget, Words words) {

    /** Four figures behind the point tell two divisions apart. */
    private static final int GINI = 4;

    public SimulatorView {
        rules = List.copyOf(rules);
    }

    static @Nullable BigInteger fen(String typed) {
        String plain = typed.replace(",", "").replace("，", "");
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? new BigDecimal(plain).movePointRight(2).toBigIntegerExact()
                : null;
    }

    public String year() {
        return desk.year().name();
    }

    /** The year's own rule first, then the others; none where the amount is no amount. */
    public List<Simulation> simulations() {
        BigInteger fen = budget;
        if (fen == null || desk.sheet().communities().isEmpty()) {
            return List.of();
        }
        List<Trial> trials = new ArrayList<>();
        rules.forEach(rule -> trials.add(new Trial(rule.title(), rule.grant(), fen)));
        return Simulation.of(desk.sheet().appraisals(), trials);
    }

    public Scheme.Grant grant(int trial) {
        return rules.get(trial).grant();
    }

    public String yuan(BigInteger fen, int trial) {
        return Figures.yuan(fen, grant(trial).unit());
    }

    public String least(Simulation of) {
        return Figures.points(of.fairness().least());
    }

    public String most(Simulation of) {
        return Figures.points(of.fairness().most());
    }

    public String gini(Simulation of) {
        return of.fairness().gini().bigDecimalValue(GINI, RoundingMode.HALF_UP).setScale(GINI, RoundingMode.HALF_UP)
                .toPlainString();
    }

    public String rule(int trial) {
        return words.grant(grant(trial));
    }
}
