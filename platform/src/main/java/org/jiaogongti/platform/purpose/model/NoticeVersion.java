package org.jiaogongti.platform.purpose.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.purpose.Terms;

/** The number printed on a notice. It follows from everything the notice says, so that no other wording bears the same. */
public final class NoticeVersion {

    private static final int DIGITS = 8;

    private NoticeVersion() {}

    public static String of(Terms terms) {
        Stream<String> said = Stream.of(List.of(terms.title(), terms.text()),
                terms.categories().stream().map(Enum::name).sorted().toList(),
                List.of(terms.basis().ground().name(), terms.basis().clause()),
                terms.roles().stream().map(Enum::name).sorted().toList(),
                List.of(String.valueOf(terms.keeping().days()), terms.keeping().event(), terms.notice(),
                        day(terms.from()), terms.to() == null ? "" : day(Objects.requireNonNull(terms.to()))))
                .flatMap(part -> Stream.concat(part.stream(), Stream.of("\n")));
        byte[] text = said.map(word -> word.length() + ":" + word).collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
