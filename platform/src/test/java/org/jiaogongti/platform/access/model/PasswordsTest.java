package org.jiaogongti.platform.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What a password costs lies in the parameters; how long that takes on some machine is in docs/performance.md. */
final class PasswordsTest {

    private static final String PASSWORD = "山路很长也要慢慢走完";
    private static final String COST = "$argon2id$v=19$m=32768,t=3,p=1$";

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordIsHashedByArgon2idWithThirtyTwoMebibytes() {
        String hash = passwords.encode(PASSWORD);
        assertThat(hash).startsWith(COST);
        assertThat(passwords.encode(PASSWORD)).as("its own salt each time").isNotEqualTo(hash);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + "。", hash)).isFalse();
    }

    /** A hash that cannot be read is refused at once and tells by its speed that there is no such account. */
    @Test
    void nobodysHashCostsWhatEveryOtherCosts() {
        assertThat(Passwords.NOBODYS).startsWith(COST).hasSameSizeAs(passwords.encode(PASSWORD));
        // Throws when the hash cannot be read; true when it is cheaper than these parameters.
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 1 << 15, 3).upgradeEncoding(Passwords.NOBODYS)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
    }

    @Test
    void commonPasswordsAreRefusedAlsoWithAYearOrAMarkAroundThem() {
        for (String common : List.of("1234567890", "qwertyuiop", "Password2024!", "fenghua20240901", "woaini1314520",
                "laoshi@2024", "123sunshine", "sunshine2023", "ｐａｓｓｗｏｒｄ１２３", "dragondragon", "1111111111",
                "x-teacher-77-x")) {
            assertThat(passwords.problem(common, "teacher-77")).as(common).contains("access.password.common");
        }
        for (String fine : List.of(PASSWORD, "correct horse battery staple", "kq7-wp2-ds9-xx", "密码2024是山上的云")) {
            assertThat(passwords.problem(fine, "teacher-77")).as(fine).isEmpty();
        }
        assertThat(passwords.problem("九个字的密码不够啊", "x")).contains("access.password.short");
        assertThat(passwords.problem("长".repeat(129), "x")).contains("access.password.long");
    }
}
