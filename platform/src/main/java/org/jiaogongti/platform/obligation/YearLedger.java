package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.counting.Waiver;

/**
 * What an appraisal of some periods stands on.
 *
 * @param rules the charter as it is written
 * @param asOf the business date
 * @param facts records that are not withdrawn and lie on days on which something of these periods could be done
 * @param waivers the decisions about instances of these periods
 */
public record YearLedger(InForce inForce, RuleTexts rules, LocalDate asOf, List<Fact> facts, List<Waiver> waivers) {

    public YearLedger {
        facts = List.copyOf(facts);
        waivers = List.copyOf(waivers);
    }

    /** The same as it stood on an earlier day, as far as the records say when they count. */
    public YearLedger asOf(LocalDate day) {
        return new YearLedger(inForce, rules, day, facts, waivers);
    }
}
