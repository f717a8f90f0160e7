package org.jiaogongti.platform.credit.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.activity.PersonOccasion;
import org.jiaogongti.platform.credit.Credit;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.CreditRule.Per;

/** Occasions as lines of somebody's record. */
public final class Reckoning {

    private Reckoning() {}

    /** One line for each kind done at an occasion, in their order. */
    public static List<Credit> lines(List<PersonOccasion> occasions, Map<String, CreditRule> rules) {
        List<Credit> lines = new ArrayList<>();
        for (PersonOccasion occasion : occasions) {
            for (PersonOccasion.Part part : occasion.parts()) {
                CreditRule rule = Defaults.of(rules, part.kind());
                BigDecimal hours = rule.per() == Per.LESSON
                        ? rule.hours().multiply(BigDecimal.valueOf(part.lessons()))
                        : rule.hours();
                lines.add(new Credit(occasion.id(), occasion.date(), activity(occasion, part), rule.category(), hours,
                        occasion.organiser(), occasion.first()));
            }
        }
        return lines;
    }

    private static String activity(PersonOccasion occasion, PersonOccasion.Part part) {
        List<String> words = new ArrayList<>(List.of(part.name(), occasion.subject(), occasion.topic()));
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }
}
