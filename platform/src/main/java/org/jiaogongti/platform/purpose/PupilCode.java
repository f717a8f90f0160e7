package org.jiaogongti.platform.purpose;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a school calls a pupil on a list that it keeps on paper. The same code at one school is the same pupil for every purpose.
 *
 * @param code a figure at least, so that no name fits; too short for a number of the state's or of a telephone
 */
public record PupilCode(UUID school, String code) {

    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[0-9A-Z-]{1,10}");

    public PupilCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a code of a pupil.\nRead what was typed with PupilCode.read.");
        }
    }

    /** As it was typed, with wide figures and small letters, too. */
    public static Optional<PupilCode> read(UUID school, String typed) {
        return Optional.of(plain(typed)).filter(code -> FORM.matcher(code).matches())
                .map(code -> new PupilCode(school, code));
    }

    /** The same letters and figures, however they were typed. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    public PupilKey key() {
        return new PupilKey(UUID.nameUUIDFromBytes((school + "/" + code).getBytes(StandardCharsets.UTF_8)));
    }
}
