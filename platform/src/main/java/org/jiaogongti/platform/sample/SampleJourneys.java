package org.jiaogongti.platform.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.school.Journey;
import org.jiaogongti.platform.school.Position;
import org.jiaogongti.platform.school.Site;

/** Invented places of the schools and a few measured ways; one school and most campuses have not said where they lie. */
final class SampleJourneys {

    /** township, latitude, longitude of an invented middle. */
    private static final String MIDDLES = """
            岳林街道 29.661 121.412
            锦屏街道 29.652 121.399
            西坞街道 29.702 121.481
            方桥街道 29.771 121.478
            江口街道 29.741 121.431
            萧王庙街道 29.682 121.331
            莼湖街道 29.561 121.508
            裘村镇 29.562 121.603
            松岙镇 29.603 121.648
            尚田街道 29.571 121.402
            大堰镇 29.502 121.291
            溪口镇 29.689 121.262
            """;

    /** from, to, minutes, kilometres. */
    private static final String MEASURED = """
            居敬小学 育才学校 12 3.8
            居敬小学 方桥小学 28 17.5
            居敬小学 大堰学校 55 34
            溪口镇校 班溪小学 25 14.2
            """;

    private SampleJourneys() {}

    static Map<Site, Position> positions(SampleKeys keys) {
        Map<Site, Position> positions = new LinkedHashMap<>();
        for (String line : MIDDLES.lines().toList()) {
            String[] field = line.split(" ");
            List<String> schools = SampleSites.inTownship(field[0]);
            for (int i = 0; i < schools.size(); i++) {
                positions.put(Site.main(keys.of(schools.get(i))),
                        new Position(degrees(field[1], i * 6 - 4), degrees(field[2], (i * 5) % 17 - 6)));
            }
        }
        positions.put(new Site(keys.of("溪口镇校"), "示例东山教学点"), new Position(29.721, 121.231));
        return positions;
    }

    private static double degrees(String middle, int thousandths) {
        return new BigDecimal(middle).add(BigDecimal.valueOf(thousandths, 3)).doubleValue();
    }

    static List<Journey> measured(SampleKeys keys) {
        List<Journey> measured = new ArrayList<>();
        for (String line : MEASURED.lines().toList()) {
            String[] field = line.split(" ");
            measured.add(new Journey(Site.main(keys.of(field[0])), Site.main(keys.of(field[1])),
                    Integer.parseInt(field[2]), new BigDecimal(field[3]), false));
        }
        return measured;
    }
}
