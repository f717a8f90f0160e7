package org.jiaogongti.platform.activity.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.activity.ActivityKind;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.Beforehand.Told;
import org.jiaogongti.platform.activity.FieldType;
import org.jiaogongti.platform.activity.KindField;
import org.jiaogongti.platform.activity.KindField.Origin;
import org.jiaogongti.platform.activity.OccasionEntry;

/**
 * An entry into which the filing's words were brought, where its kind asks for them and nobody wrote anything yet. Nothing is
 * kept before it is saved.
 *
 * @param names of the fields that were filled
 */
public record Brought(OccasionEntry entry, List<String> names) {

    public Brought {
        names = List.copyOf(names);
    }

    public static Brought into(OccasionEntry entry, ActivityKind kind, Told told) {
        Map<String, String> fields = new HashMap<>(entry.fields());
        List<String> names = new ArrayList<>();
        for (Ask ask : kind.fields()) {
            KindField field = ask.field();
            String said = field.origin() == Origin.FILING ? said(field, told) : "";
            if (!said.isEmpty() && OccasionEntry.box(entry.fields(), field.code()).isBlank()) {
                fields.put(field.code(), said);
                names.add(field.name());
            }
        }
        return new Brought(entry.with(fields), names);
    }

    private static String said(KindField field, Told told) {
        return switch (field.type()) {
            case FieldType.Link _ -> told.link();
            case FieldType.Text text -> shortened(told.agenda(), text.longest());
            case FieldType.YesNo _,FieldType.Whole _,FieldType.Day _,FieldType.Choice _,FieldType.BySchool _ -> "";
        };
    }

    /** A plan may say more than a record: what does not fit is left out by whole lines. */
    private static String shortened(String text, int longest) {
        String left = text.strip();
        while (left.codePointCount(0, left.length()) > longest) {
            int line = left.lastIndexOf('\n');
            if (line < 0) {
                return left.substring(0, left.offsetByCodePoints(0, longest));
            }
            left = left.substring(0, line).strip();
        }
        return left;
    }
}
