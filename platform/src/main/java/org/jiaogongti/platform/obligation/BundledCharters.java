package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.springframework.stereotype.Component;

/** The charters that come with the product. */
@Component
final class BundledCharters implements CharterLibrary {

    private static final Map<String, List<String>> OVERLAYS = Map.of("fenghua-2019", List.of("moe-exams-2021"));

    @Override
    public List<String> charters() {
        return OVERLAYS.keySet().stream().sorted().toList();
    }

    @Override
    public List<String> overlays(String charter) {
        return OVERLAYS.getOrDefault(charter, List.of());
    }

    @Override
    public Charter bare(String charter) {
        return Charters.bundled(charter);
    }

    @Override
    public Charter withOverlays(Charter charter, List<String> overlays) {
        Charter with = charter;
        for (String overlay : overlays) {
            with = with.with(Charters.bundledOverlay(overlay));
        }
        return with;
    }

    @Override
    public CharterText text(String charter) {
        return Charters.bundledText(charter);
    }
}
