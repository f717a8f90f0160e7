package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
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
    public Charter read(String charter, List<String> overlays) {
        Charter read = Charters.bundled(charter);
        for (String overlay : overlays) {
            read = read.with(Charters.bundledOverlay(overlay));
        }
        return read;
    }
}
