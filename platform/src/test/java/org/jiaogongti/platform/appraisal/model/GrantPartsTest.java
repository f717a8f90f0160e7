package org.jiaogongti.platform.appraisal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Appraisal;
import org.jiaogongti.charter.appraising.Grants;
import org.jiaogongti.charter.reading.Charters;
import org.junit.jupiter.api.Test;

/** The way to a sum that pages show comes to the sum that is paid. */
class GrantPartsTest {

    private static Appraisal appraisal(String community, int score, int... contributions) {
        Map<String, BigFraction> by = new LinkedHashMap<>();
        for (int i = 0; i < contributions.length; i++) {
            by.put(community + i, BigFraction.of(contributions[i], 3));
        }
        return new Appraisal(community, BigFraction.of(score, 7), List.of(), by);
    }

    @Test
    void portionsAddUpToTheGrants() {
        List<Appraisal> all = List.of(appraisal("甲", 613, 5, 7, 0), appraisal("乙", 488, 1, 1), appraisal("丙", 400, 9));
        for (String id : List.of("plain", "sample-2024")) {
            var scheme = Charters.bundledScheme("fenghua-2019", id).grant();
            BigInteger budget = BigInteger.valueOf(60_000_001L);
            List<Grants.Grant> grants = Grants.of(scheme, all, budget);
            var parts = Grants.communityParts(scheme, all, budget);
            for (int i = 0; i < all.size(); i++) {
                Appraisal each = all.get(i);
                assertThat(parts.stream().map(part -> part.shares().getOrDefault(each.community(), BigInteger.ZERO))
                        .reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(grants.get(i).fen());
                var inside = Grants.schoolParts(scheme, each, grants.get(i).fen());
                grants.get(i).schools().forEach((school, fen) -> assertThat(inside.stream()
                        .map(part -> part.shares().getOrDefault(school, BigInteger.ZERO))
                        .reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(fen));
            }
            assertThat(grants.get(2).fen()).as("below the threshold").isZero();
        }
    }
}
