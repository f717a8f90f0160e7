package org.jiaogongti.platform.obligation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.charter.reading.CharterText;

/**
 * The charter in force as it is written, for whoever takes it along.
 *
 * @param overlays later law by id, in the order in which it is applied
 * @param factTypes what the platform keeps records of besides
 */
public record RuleTexts(CharterText charter, Map<String, String> overlays, Set<String> factTypes) {

    public RuleTexts {
        overlays = Collections.unmodifiableMap(new LinkedHashMap<>(overlays));
        factTypes = Set.copyOf(factTypes);
    }
}
