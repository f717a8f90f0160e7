package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Paper;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.springframework.stereotype.Component;

/** The charters that come with the product. */
@Component
final class BundledCharters implements CharterLibrary {

    /** Fact types that a charter may wait for and that the platform keeps: the module {@code filing} tells of them. */
    private static final Set<String> KEPT = Stream.of(Paper.values()).map(Paper::word)
            .collect(Collectors.toUnmodifiableSet());

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
        Charter with = charter.having(KEPT);
        for (String overlay : overlays) {
            with = with.with(Charters.bundledOverlay(overlay));
        }
        return with;
    }

    @Override
    public String overlayText(String overlay) {
        return Charters.bundledOverlayText(overlay);
    }

    @Override
    public Set<String> factTypes() {
        return KEPT;
    }

    @Override
    public CharterText text(String charter) {
        return Charters.bundledText(charter);
    }
}
