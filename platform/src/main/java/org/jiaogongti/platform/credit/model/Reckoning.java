package org.jiaogongti.platform.credit.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaogongti.platform.activity.PersonOccasion;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.credit.Credit;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.CreditRule.Per;

/** Occasions as lines of somebody's record. */
public final class Reckoning {

    /** 学时: so many minutes make one; what is less than half of one is not counted. */
    public static final int MINUTES = 45;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Reckoning() {}

    /** What is known of occasions besides what records say. */
    public record Known(Set<UUID> signedIn, Map<UUID, HeldTime> times) {

        public static final Known NOTHING = new Known(Set.of(), Map.of());

        public Known {
            signedIn = Set.copyOf(signedIn);
            times = Map.copyOf(times);
        }
    }

    /**
     * One line for each kind done at an occasion, in their order. Where it is known how long it really was, that is what its
     * lines come to together, shared out as the kinds' rules would.
     */
    public static List<Credit> lines(List<PersonOccasion> occasions, Map<String, CreditRule> rules, Known known) {
        List<Credit> lines = new ArrayList<>();
        for (PersonOccasion occasion : occasions) {
            HeldTime time = known.times().get(occasion.id());
            List<BigDecimal> hours = occasion.parts().stream().map(part -> usual(part, rules)).toList();
            if (time != null) {
                hours = shared(halves(time.minutes()), hours);
            }
            for (int at = 0; at < hours.size(); at++) {
                PersonOccasion.Part part = occasion.parts().get(at);
                lines.add(new Credit(occasion.id(), occasion.date(), activity(occasion, part),
                        Defaults.of(rules, part.kind()).category(), hours.get(at), occasion.organiser(),
                        occasion.first(), known.signedIn().contains(occasion.id()), time));
            }
        }
        return lines;
    }

    private static BigDecimal usual(PersonOccasion.Part part, Map<String, CreditRule> rules) {
        CreditRule rule = Defaults.of(rules, part.kind());
        return rule.per() == Per.LESSON ? rule.hours().multiply(BigDecimal.valueOf(part.lessons())) : rule.hours();
    }

    /** Half 学时 in so many minutes. */
    static int halves(int minutes) {
        return minutes * 2 / MINUTES;
    }

    /** Halves in the proportion of some hours, by largest remainders; the first has all where none has any. */
    static List<BigDecimal> shared(int halves, List<BigDecimal> usual) {
        BigInteger[] weights = usual.stream().map(hours -> hours.movePointRight(1).toBigInteger())
                .toArray(BigInteger[]::new);
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            sum = sum.add(weight);
        }
        if (sum.signum() == 0) {
            weights[0] = BigInteger.ONE;
            sum = BigInteger.ONE;
        }
        int[] parts = new int[weights.length];
        BigInteger[] rest = new BigInteger[weights.length];
        int left = halves;
        for (int at = 0; at < weights.length; at++) {
            BigInteger[] share = weights[at].multiply(BigInteger.valueOf(halves)).divideAndRemainder(sum);
            parts[at] = share[0].intValueExact();
            rest[at] = share[1];
            left -= parts[at];
        }
        List<Integer> order = IntStream.range(0, weights.length).boxed()
                .sorted((one, other) -> rest[other].compareTo(rest[one])).limit(left).toList();
        order.forEach(at -> parts[at]++);
        return IntStream.of(parts).mapToObj(part -> HALF.multiply(BigDecimal.valueOf(part))).toList();
    }

    private static String activity(PersonOccasion occasion, PersonOccasion.Part part) {
        List<String> words = new ArrayList<>(List.of(part.name(), occasion.subject(), occasion.topic()));
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }
}
