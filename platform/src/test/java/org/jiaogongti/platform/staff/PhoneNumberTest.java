package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A telephone number in its one form. */
class PhoneNumberTest {

    @Test
    void whatPeopleWriteInManyWaysIsOneNumber() {
        for (String typed : List.of("19900001234", "199 0000 1234", "199-0000-1234", "+86 19900001234",
                "008619900001234", "１９９００００１２３４", "(+86)199 0000 1234")) {
            assertThat(PhoneNumber.of(typed)).as(typed).contains(new PhoneNumber("19900001234"));
        }
        for (String typed : List.of("", "1990000123", "199000012345", "12900001234", "0574-88888888", "199000o1234",
                "86 1990000123")) {
            assertThat(PhoneNumber.of(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void nothingThatPrintsOneShowsTheWhole() {
        PhoneNumber number = new PhoneNumber("19900001234");
        assertThat(number.masked()).isEqualTo("199****1234");
        assertThat(number).hasToString("199****1234");
        assertThat(new Phones.Given.Whole("19900001234").toString()).doesNotContain("1990000");
    }
}
